//! `person`: who works at the desk, in which roles.

use super::session::{Session, failed, in_tense, keep};
use super::values::role;
use crate::model::{Argument, Failure, Keep, Message, PersonRow, Role, Written};
use crate::ops::settings::{add_roles, people, remove_person};
use serde::Serialize;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) action: Action,
}

#[derive(clap::Subcommand, Debug)]
pub(crate) enum Action {
    List(List),
    Add(Add),
    Remove(Remove),
}

#[derive(clap::Args, Debug)]
pub(crate) struct List {
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Add {
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long = "role", value_name = "ROLE", value_parser = role(), required = true)]
    pub(crate) roles: Vec<Role>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Remove {
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Serialize)]
struct PeopleView {
    schema: u32,
    people: Vec<PersonView>,
}

#[derive(Serialize)]
struct PersonView {
    person: String,
    roles: Vec<&'static str>,
}

fn view(row: &PersonRow) -> PersonView {
    PersonView { person: row.person.clone(), roles: row.roles.iter().map(|role| role.as_str()).collect() }
}

pub(super) fn run(args: Args, session: &mut Session<'_>) -> Result<(), Failure> {
    match args.action {
        Action::List(args) => run_list(&args, session),
        Action::Add(args) => run_add(&args, session),
        Action::Remove(args) => run_remove(&args, session),
    }
}

fn run_list(args: &List, session: &mut Session<'_>) -> Result<(), Failure> {
    let desk = session.desk(Keep::Applied)?;
    let rows = people(&desk).map_err(failed)?;
    if args.jsonl {
        return rows.iter().try_for_each(|row| session.output.json(&view(row)));
    }
    if session.output.is_json() {
        return session.output.json(&PeopleView { schema: 1, people: rows.iter().map(view).collect() });
    }
    if rows.is_empty() {
        session.output.say(&Message::new("out-no-people"));
    }
    rows.iter().try_for_each(|row| tell(row, session))
}

fn run_add(args: &Add, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = add_roles(&mut desk, &args.name, &args.roles).map_err(failed)?;
    conclude(&written, keep, session)
}

fn run_remove(args: &Remove, session: &mut Session<'_>) -> Result<(), Failure> {
    let keep = keep(args.dry_run);
    let mut desk = session.desk(keep)?;
    let written = remove_person(&mut desk, &args.name).map_err(failed)?;
    conclude(&written, keep, session)
}

fn conclude(written: &Written<PersonRow>, keep: Keep, session: &mut Session<'_>) -> Result<(), Failure> {
    if session.output.is_json() {
        return session.write_json(written, keep, view(&written.value));
    }
    let PersonRow { person, roles } = &written.value;
    if roles.is_empty() {
        let id = in_tense(keep, "out-person-none", "out-person-would-have-none");
        session.output.sentence(&Message::new(id).with("person", person.as_str()))?;
    } else {
        tell(&written.value, session)?;
    }
    session.acknowledge(written.operation.as_ref(), keep);
    Ok(())
}

fn tell(row: &PersonRow, session: &mut Session<'_>) -> Result<(), Failure> {
    let roles: Argument = row.roles.iter().map(|role| Message::from(*role)).collect();
    session.output.sentence(&Message::new("out-person").with("person", row.person.as_str()).with("roles", roles))
}
