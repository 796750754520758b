//! Chooses the part of a saved page that is the article. It goes by elements and amounts of text, never by names of classes
//! or sites.

use std::collections::HashSet;

use super::note::Notes;
use super::page::Page;

/// The share of a page's paragraphs that the article's element must hold, in percent.
const MOST: usize = 85;

/// The nodes that make up the article, in document order; hides in the page what lies around it.
///
/// `<article>` with the most text, unless the page has more than twice as much in paragraphs outside of it; else `<main>`
/// or `role=main`; else, in a page with the frame of a site around it, everything from the `<h1>` to the end of the innermost
/// element that holds most of the paragraphs below it; else the body. A headline above the article with its summary and byline,
/// and notes below it whose marks it has, belong to it. Asides that only list links do not.
pub(super) fn choose(page: &mut Page<'_>, notes: &Notes) -> Vec<usize> {
    hide_lists_of_links(page, notes);
    let mut roots = main_roots(page, notes);
    let head = head_above(page, &roots);
    roots.splice(0..0, head);
    let mut held = vec![false; page.nodes.len()];
    for &root in &roots {
        held[root..page.nodes[root].end].fill(true);
    }
    let labels: HashSet<&str> =
        notes.marks.iter().filter(|(i, _)| held[**i]).map(|(_, mark)| mark.label.as_str()).collect();
    let belongs = |&(&note, label): &(&usize, &String)| {
        !held[note] && !page.nodes[note].hidden && labels.contains(label.as_str())
    };
    let mut outside: Vec<usize> = notes.notes.iter().filter(belongs).map(|(note, _)| *note).collect();
    outside.sort_unstable();
    roots.extend(outside);
    roots
}

fn main_roots(page: &mut Page<'_>, notes: &Notes) -> Vec<usize> {
    let articles = elements(page, |page, i| page.nodes[i].name == "article");
    if let Some(article) = heaviest(page, &articles) {
        let in_article = |p: usize| page.ancestors(p).any(|a| page.nodes[a].name == "article");
        let outside = paragraphs(page).into_iter().filter(|&p| !in_article(p));
        let outside: usize = outside.map(|p| page.nodes[p].weight).sum();
        if page.nodes[article].weight * 2 >= outside {
            return vec![article];
        }
    }
    let is_main = |page: &Page<'_>, i: usize| page.nodes[i].name == "main" || has_role(page, i, "main");
    if let Some(main) = heaviest(page, &elements(page, is_main)) {
        hide_frame(page, main, notes, &["aside"], &["complementary"]);
        return vec![main];
    }
    let body = elements(page, |page, i| page.nodes[i].name == "body").first().copied().unwrap_or(0);
    let is_site = is_site(page);
    hide_frame(page, body, notes, &["aside", "header", "footer"], &["complementary", "banner", "contentinfo"]);
    if is_site { around_most_paragraphs(page, body) } else { vec![body] }
}

/// What an element shows, in visible characters.
#[derive(Default)]
struct Links {
    count: usize,
    linked: usize,
    /// Neither in links nor in headings without links.
    other: usize,
}

fn links_in(page: &Page<'_>, index: usize) -> Links {
    const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];
    let mut links = Links::default();
    let mut at = index;
    while at < page.nodes[index].end {
        let node = &page.nodes[at];
        if node.name == "a" {
            links.count += usize::from(node.weight > 0);
            links.linked += node.weight;
        } else if node.is_text() {
            links.other += node.weight;
        }
        let is_title = node.is_one_of(HEADINGS) && !page.inside(at).any(|i| page.nodes[i].name == "a");
        at = if node.name == "a" || is_title { node.end } else { at + 1 };
    }
    links
}

/// Hides what stands beside the text and holds little but links, such as "read also" inside an article. Pull quotes and boxes
/// of the article stay.
fn hide_lists_of_links(page: &mut Page<'_>, notes: &Notes) {
    let asides = elements(page, |page, i| page.nodes[i].name == "aside" && !holds_note(page, i, notes));
    for aside in asides {
        let Links { linked, other, .. } = links_in(page, aside);
        if linked > 0 && other * 4 <= linked {
            page.hide(aside);
        }
    }
}

fn holds_note(page: &Page<'_>, index: usize, notes: &Notes) -> bool {
    (index..page.nodes[index].end).any(|i| notes.notes.contains_key(&i))
}

fn elements(page: &Page<'_>, is_it: impl Fn(&Page<'_>, usize) -> bool) -> Vec<usize> {
    (0..page.nodes.len()).filter(|&i| !page.nodes[i].hidden && is_it(page, i)).collect()
}

fn heaviest(page: &Page<'_>, of: &[usize]) -> Option<usize> {
    of.iter().rev().copied().filter(|&i| page.nodes[i].weight > 0).max_by_key(|&i| page.nodes[i].weight)
}

fn has_role(page: &Page<'_>, index: usize, role: &str) -> bool {
    page.nodes[index].dom.is_element()
        && page.nodes[index].attribute("role").is_some_and(|r| r.eq_ignore_ascii_case(role))
}

/// Paragraphs that do not lie in the frame of the page.
fn paragraphs(page: &Page<'_>) -> Vec<usize> {
    let in_frame = |i: usize| page.ancestors(i).any(|a| page.nodes[a].is_one_of(&["aside", "header", "footer"]));
    elements(page, |page, i| page.nodes[i].name == "p" && !in_frame(i))
}

/// Whether a page has the frame of a site, which a page written by hand has not.
fn is_site(page: &Page<'_>) -> bool {
    page.nodes.iter().any(|n| n.is_one_of(&["nav", "aside", "footer", "form", "iframe", "search"]))
        || (0..page.nodes.len()).any(|i| has_role(page, i, "navigation") || has_role(page, i, "contentinfo"))
}

/// Hides the frame inside a root, except what has the page's headline or a note, or belongs to an article in it.
fn hide_frame(page: &mut Page<'_>, root: usize, notes: &Notes, names: &[&str], roles: &[&str]) {
    let frame: Vec<usize> = page
        .inside(root)
        .filter(|&i| page.nodes[i].is_one_of(names) || roles.iter().any(|role| has_role(page, i, role)))
        .filter(|&i| !page.ancestors(i).take_while(|&a| a != root).any(|a| page.nodes[a].name == "article"))
        .filter(|&i| !holds_note(page, i, notes) && !page.inside(i).any(|j| page.nodes[j].name == "h1"))
        .collect();
    for index in frame {
        page.hide(index);
    }
}

/// What lies between the headline and the end of the innermost element that holds most of the paragraphs.
fn around_most_paragraphs(page: &Page<'_>, body: usize) -> Vec<usize> {
    let headlines = elements(page, |page, i| page.nodes[i].name == "h1" && page.nodes[i].weight > 0);
    let headline = headlines.last().copied().filter(|_| headlines.len() == 1);
    let mut held = vec![0_usize; page.nodes.len()];
    for paragraph in paragraphs(page).into_iter().filter(|&p| headline.is_none_or(|h| p > h)) {
        held[paragraph] = page.nodes[paragraph].weight;
        for ancestor in page.ancestors(paragraph) {
            held[ancestor] += page.nodes[paragraph].weight;
        }
    }
    let mut innermost = body;
    let needed = held[body] * MOST / 100;
    if needed == 0 {
        return vec![body];
    }
    while let Some(child) = children(page, innermost).find(|&c| held[c] >= needed.max(1) && page.nodes[c].name != "p") {
        innermost = child;
    }
    let Some(headline) = headline.filter(|_| innermost != body) else { return vec![innermost] };
    let meeting = std::iter::once(innermost)
        .chain(page.ancestors(innermost))
        .find(|&i| page.inside(i).contains(&headline))
        .unwrap_or(body);
    if meeting == innermost {
        return vec![innermost];
    }
    children(page, meeting).filter(|&c| page.nodes[c].end > headline && c <= innermost).collect()
}

fn children<'p>(page: &'p Page<'_>, index: usize) -> impl Iterator<Item = usize> + 'p {
    let end = page.nodes[index].end;
    let first = Some(index + 1).filter(|&child| child < end);
    std::iter::successors(first, move |&child| Some(page.nodes[child].end).filter(|&next| next < end))
}

/// The page's only `<h1>` and what belongs to it, when it stands above an article that has none and is not the site's linked
/// name: the element around it, unless tools of the site are in that too, and the summary, byline and picture between it and
/// the article. Bars of links are left out.
fn head_above(page: &Page<'_>, roots: &[usize]) -> Vec<usize> {
    let Some(&first) = roots.first() else { return Vec::new() };
    let headlines = elements(page, |page, i| page.nodes[i].name == "h1" && page.nodes[i].weight > 0);
    let &[headline] = headlines.as_slice() else { return Vec::new() };
    let linked = page.inside(headline).chain(page.ancestors(headline)).any(|i| page.nodes[i].name == "a");
    if page.nodes[headline].end > first || linked {
        return Vec::new();
    }
    let Some(meeting) = page.ancestors(headline).find(|&i| page.nodes[i].end > first) else { return vec![headline] };
    let mut head = Vec::new();
    for child in children(page, meeting).filter(|&c| page.nodes[c].end > headline && page.nodes[c].end <= first) {
        if child > headline {
            head.extend(Some(child).filter(|&c| goes_with_headline(page, c, meeting)));
        } else {
            head.push(if has_tools(page, child) { headline } else { child });
        }
    }
    head
}

/// Whether what stands between a headline and its article belongs to the article.
fn goes_with_headline(page: &Page<'_>, index: usize, around: usize) -> bool {
    let node = &page.nodes[index];
    let of_text = node.is_one_of(&["p", "h2", "h3", "figure", "hgroup", "address", "header"]);
    let of_article = node.is_one_of(&["div", "section", "span", "time"]) && page.nodes[around].name != "body";
    let Links { count, linked, other } = links_in(page, index);
    !node.hidden && (of_text || of_article) && !has_tools(page, index) && (count < 2 || other * 4 > linked)
}

/// Whether an element holds menus, lists or controls.
fn has_tools(page: &Page<'_>, index: usize) -> bool {
    const TOOLS: &[&str] = &["nav", "ul", "ol", "form", "button", "input", "select", "aside", "iframe", "search"];
    (index..page.nodes[index].end).any(|i| page.nodes[i].is_one_of(TOOLS) || has_role(page, i, "navigation"))
}
