// Draws the rectangles of "Làm mờ mặt" on the picture. The numbers in the form are the truth: a finger or a mouse writes
// them, a keyboard changes them, and without this file they are typed.

const TAP = 12; // percent of the picture's width that a tap covers: a face in a group photograph
const SHORTEST_DRAG = 2; // percent; less is a tap of an unsteady hand
const form = document.querySelector("[data-blur]");
const picture = form.querySelector("[data-picture]");
const rows = form.querySelector("[data-rows]");
const total = form.elements["boxes-TOTAL_FORMS"];
const most = Number(form.elements["boxes-MAX_NUM_FORMS"].value);
let start = null;

form.querySelectorAll("[data-by-hand]").forEach((element) => (element.hidden = false));
form.querySelector("[data-by-number]").hidden = true;
document.getElementById("lt-errors")?.focus();
for (const row of rows.children) row.hidden = isBlank(row);
picture.classList.add("lt-blur--live");
picture.addEventListener("pointerdown", begin);
picture.addEventListener("pointermove", (event) => start && write(start.row, between(start, at(event))));
picture.addEventListener("pointerup", end);
picture.addEventListener("pointercancel", () => start && (drop(start.row), (start = null)));
picture.addEventListener("dragstart", (event) => event.preventDefault());
rows.addEventListener("input", draw);
form.addEventListener("click", ({ target }) => {
  if (target.closest("[data-drop]")) drop(target.closest("[data-row]"));
  if (target.closest("[data-add]")) add({ left: 44, top: 40, width: TAP, height: TAP })?.querySelector("input").focus();
});
form.addEventListener("submit", () => setTimeout(() => (form.querySelector("[type=submit]").disabled = true)));
addEventListener("pageshow", () => (form.querySelector("[type=submit]").disabled = false));
addEventListener("resize", draw);
draw();

function begin(event) {
  const point = at(event);
  const row = add({ left: point.x, top: point.y, width: 1, height: 1 });
  if (!row) return;
  start = { ...point, row };
  picture.setPointerCapture(event.pointerId);
}

function end(event) {
  if (!start) return;
  const box = between(start, at(event));
  if (box.width < SHORTEST_DRAG && box.height < SHORTEST_DRAG) write(start.row, around(start));
  start = null;
}

function at(event) {
  const frame = picture.getBoundingClientRect();
  const percent = (value, size) => Math.min(100, Math.max(0, (value / size) * 100));
  return { x: percent(event.clientX - frame.left, frame.width), y: percent(event.clientY - frame.top, frame.height) };
}

function between(one, other) {
  const left = Math.min(one.x, other.x);
  const top = Math.min(one.y, other.y);
  return { left, top, width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}

function around(point) {
  const height = (TAP * picture.clientWidth) / picture.clientHeight;
  return { left: Math.max(0, point.x - TAP / 2), top: Math.max(0, point.y - height / 2), width: TAP, height };
}

function add(box) {
  let row = [...rows.children].find(isBlank);
  if (!row) {
    if (rows.children.length >= most) return null;
    const markup = form.querySelector("template").innerHTML.replaceAll("__prefix__", total.value);
    rows.insertAdjacentHTML("beforeend", markup);
    row = rows.lastElementChild;
    total.value = rows.children.length;
  }
  row.hidden = false;
  write(row, box);
  return row;
}

function write(row, box) {
  // Outwards to whole percents: a face is rather covered by too much than by too little.
  const left = Math.min(99, Math.floor(box.left));
  const top = Math.min(99, Math.floor(box.top));
  const width = Math.max(1, Math.min(100, Math.ceil(box.left + box.width)) - left);
  const height = Math.max(1, Math.min(100, Math.ceil(box.top + box.height)) - top);
  [left, top, width, height].forEach((value, place) => (fields(row)[place].value = value));
  draw();
}

function drop(row) {
  fields(row).forEach((field) => (field.value = ""));
  row.hidden = true;
  draw();
}

function draw() {
  picture.querySelectorAll(".lt-blur__box").forEach((box) => box.remove());
  let count = 0;
  for (const row of rows.children) {
    row.querySelector("[data-drop]").hidden = false;
    if (isBlank(row)) continue;
    count += 1;
    row.querySelector("[data-number]").textContent = count;
    const box = document.createElement("span");
    box.className = "lt-blur__box";
    box.textContent = count;
    ["left", "top", "width", "height"].forEach((side, place) => (box.style[side] = `${fields(row)[place].value}%`));
    picture.append(box);
  }
  const say = form.querySelector("[data-say]");
  say.textContent = `${say.dataset.text} ${count}`;
}

function fields(row) {
  return [...row.querySelectorAll("input")];
}

function isBlank(row) {
  return fields(row).every((field) => field.value === "");
}
