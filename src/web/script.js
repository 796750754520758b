// Keys and small comforts. Every page works without it.
"use strict";

const form = document.getElementById("work");
const field = document.getElementById("text");

if (form && field) {
  const fields = [...document.querySelectorAll("textarea")];
  const begun = new Map(fields.map((area) => [area, area.value]));
  let leaves = false;
  // What the page had from the one before it goes with every form; what was typed since, with the form of the work alone.
  let carries = false;
  document.addEventListener("submit", (event) => {
    leaves = event.target === form;
    carries = true;
  });

  // What was typed is not left by accident.
  window.addEventListener("beforeunload", (event) => {
    const isTyped = fields.some((area) => area.value !== begun.get(area));
    if (!leaves && (isTyped || ("unsent" in form.dataset && !carries))) event.preventDefault();
    carries = false;
  });
  window.addEventListener("pageshow", () => { leaves = carries = false; });

  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const button = form.querySelector(event.shiftKey ? "[data-key=shift-enter]" : "[data-key=enter]");
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });

  // At the place of the cursor; of a pair of codes around what is chosen.
  for (const button of document.querySelectorAll("[data-insert]")) {
    if (field.readOnly) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const pair = button.dataset.insert.match(/^(\{\d+\})(\{\/\d+\})$/);
      const chosen = field.value.slice(field.selectionStart, field.selectionEnd);
      const text = pair ? pair[1] + chosen + pair[2] : button.dataset.insert;
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.focus();
    });
  }
}
