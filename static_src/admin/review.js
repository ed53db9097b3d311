// On the review screen a finding leads to its words in the preview beside it.
(() => {
  const checks = document.querySelector("[data-review-checks]");
  const frame = document.querySelector(".review__preview");
  if (!checks || !frame) return;

  // The same list stands above.
  const hideList = () => frame.contentDocument?.querySelector("[data-preview-checks]")?.remove();
  frame.addEventListener("load", hideList);
  if (frame.contentDocument?.readyState === "complete") hideList();

  const find = (words) => {
    const inside = frame.contentDocument;
    const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at >= 0 && node.parentElement.getClientRects().length) {
        const range = inside.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        return range;
      }
    }
    return null;
  };

  checks.addEventListener("click", (event) => {
    const jump = event.target.closest(".finding__jump");
    if (!jump) return;
    frame.scrollIntoView({ block: "nearest" });
    const range = jump.dataset.found && find(jump.dataset.found);
    if (!range) return;
    const selection = frame.contentWindow.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    frame.focus({ preventScroll: true });
  });
})();
