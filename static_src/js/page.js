// Small helps for every page. Without them the page works as it is.

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const menu = document.querySelector("details.menu");
if (menu) {
  const close = () => menu.removeAttribute("open");
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      close();
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) close();
  });
}

// A chosen chip that lies off the edge of a phone is brought into view.
for (const chips of document.querySelectorAll(".filters__chips")) {
  const chosen = chips.querySelector("[aria-current]");
  if (chosen) chips.scrollLeft = chosen.offsetLeft - chips.offsetLeft - chips.clientWidth / 2 + chosen.offsetWidth / 2;
}

// Links for staff wait in templates. The mark in the browser says below which paths of the tree its user works.
const mark = document.cookie.split("; ").find((one) => one.startsWith("staff=p"));
if (mark) {
  const paths = mark.slice("staff=p".length).split(".");
  for (const waiting of document.querySelectorAll("template[data-staff]")) {
    if (paths.some((path) => waiting.dataset.staff.startsWith(path))) waiting.replaceWith(waiting.content);
  }
}

// Another size of text at once, where the reader is; the cookie is the one that the site itself would set.
for (const form of document.querySelectorAll("form.text-size")) {
  form.addEventListener("submit", (event) => {
    const chosen = event.submitter;
    if (!chosen) return;
    event.preventDefault();
    const root = document.documentElement;
    if (chosen.value) root.dataset.size = chosen.value;
    else delete root.dataset.size;
    const words = [chosen.value, "care" in root.dataset ? "care" : ""].filter(Boolean).join(".");
    document.cookie = `reading=${words}; path=/; max-age=${words ? 31536000 : 0}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    for (const button of document.querySelectorAll(".text-size button")) button.setAttribute("aria-pressed", String(button.value === chosen.value));
  });
}

// Sharing: the address into the clipboard, or over to another app of the phone.
for (const panel of document.querySelectorAll(".share")) {
  const copy = panel.querySelector("[data-copy]");
  const send = panel.querySelector("[data-share]");
  const said = panel.querySelector("[data-copied]");
  const address = copy.dataset.copy;
  const byHand = () => {
    getSelection().selectAllChildren(panel.querySelector(".share__address"));
    said.textContent = document.execCommand("copy") ? "已复制" : "已选中，请长按复制";
  };
  copy.hidden = false;
  copy.addEventListener("click", () => {
    if (!navigator.clipboard) byHand();
    else navigator.clipboard.writeText(address).then(() => { said.textContent = "已复制"; }, byHand);
  });
  if (navigator.share) {
    send.hidden = false;
    send.addEventListener("click", () => { navigator.share({ title: send.dataset.share, url: address }).catch(() => {}); });
  }
}
