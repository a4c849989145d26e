// Suggestions below a search field: the ARIA combobox with a list, where focus never leaves the field.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
const WAIT_MS = 120;
const LEAST = 2;
const STEPS = { ArrowDown: 1, ArrowUp: -1 };
let attached = 0;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function load(style) {
  if (document.querySelector(`link[href="${style}"]`)) return;
  document.head.append(element("link", { rel: "stylesheet", href: style }));
}

export function attach(field, style) {
  if (field.role === "combobox") return;
  load(style);
  const id = `goi-y-${++attached}`;
  const list = element("div", { id, class: "cg-suggest", role: "listbox", hidden: "" });
  const status = element("p", { class: "cg-vh", role: "status" });
  const form = field.form;
  let options = [];
  let chosen = -1;
  let typed = field.value;
  let timer;
  let asking;

  const settings = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
  for (const [key, value] of Object.entries(settings)) field.setAttribute(key, value);
  field.parentElement.append(list, status);

  function close() {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    choose(-1);
    field.setAttribute("aria-expanded", "false");
  }

  function choose(place) {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = place;
    const option = options[chosen];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  function optionOf({ text, note, url }, place) {
    const name = element("span", { class: "cg-suggest__text" }, text);
    const rest = note ? [" ", element("span", { class: "cg-suggest__note" }, note)] : [];
    const attributes = { class: "cg-suggest__option", role: "option", id: `${id}-${place}`, "aria-selected": "false" };
    const option = element("div", attributes, name, ...rest);
    option.dataset.url = url;
    return option;
  }

  function show({ label, status: said, groups }) {
    options = [];
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    list.setAttribute("aria-label", label);
    list.replaceChildren(
      ...groups.map((group, number) => {
        const title = element("div", { class: "cg-suggest__label", id: `${id}-nhom-${number}` }, group.label);
        const members = group.options.map((one) => {
          const option = optionOf(one, options.length);
          options.push(option);
          return option;
        });
        return element("div", { role: "group", "aria-labelledby": title.id }, title, ...members);
      }),
    );
    list.hidden = !options.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = said;
  }

  async function ask() {
    typed = field.value;
    if (typed.trim().length < LEAST) return close();
    asking?.abort();
    asking = new AbortController();
    const fields = new URLSearchParams({ q: typed });
    const scope = new FormData(form).get("pham-vi");
    if (scope) fields.set("pham-vi", scope);
    try {
      const answer = await fetch(`${new URL(form.action).pathname}goi-y/?${fields}`, { signal: asking.signal });
      if (answer.ok && document.activeElement === field) show(await answer.json());
    } catch (reason) {
      if (reason.name !== "AbortError") close(); // offline: the form works as before
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      // One place beside the options stands for what was typed.
      const places = options.length + 1;
      choose(((chosen + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && options[chosen]) {
      event.preventDefault();
      location.assign(options[chosen].dataset.url);
    } else if (event.key === "Escape") {
      event.preventDefault(); // the first one closes the list, the next one empties the field
      close();
    }
  });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // A touch must not take the focus away before it is a click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  if (field.value !== field.defaultValue) ask(); // typed while this file was on its way
}
