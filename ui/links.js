// Clicks on links of class kb-link, with no other key or button, become a trigger with the link's address. After each
// run the first place marked on the page is brought into view, once per address.
let follow = null;
let shown = "";

function onCopy(button) {
    const words = button.textContent;
    const field = document.createElement("textarea");
    field.value = window.location.href;
    document.body.appendChild(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    button.textContent = isCopied ? "Đã sao chép" : "Chép từ thanh địa chỉ";
    button.focus();
    setTimeout(() => { button.textContent = words; }, 2000);
}

function onClick(event) {
    const button = event.target.closest && event.target.closest("button.kb-copy");
    if (button) { onCopy(button); return; }
    const link = event.target.closest && event.target.closest("a.kb-link");
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || !follow) return;
    event.preventDefault();
    follow(link.getAttribute("href"));
}

// Fonts and pictures that arrive late move the text: the place is brought back until the reader moves the page.
function keepInView(target, here) {
    let isFree = false;
    const release = () => { isFree = true; };
    for (const kind of ["wheel", "touchstart", "keydown", "mousedown"]) {
        document.addEventListener(kind, release, { once: true, passive: true });
    }
    const bring = () => {
        if (!isFree && target.isConnected && window.location.href === here) target.scrollIntoView({ block: "center" });
    };
    bring();
    document.fonts.ready.then(bring);
    for (const delay of [300, 800, 1600]) setTimeout(bring, delay);
}

function showTarget(attempts) {
    const here = window.location.href;
    if (shown === here) return;
    const target = document.querySelector(".kb-quote, .kb-target");
    if (target) {
        shown = here;
        keepInView(target, here);
        const outline = document.querySelector(".kb-outline .kb-here");
        const frame = outline && outline.closest(".st-key-kb-outline");
        if (frame) frame.scrollTop = outline.offsetTop - frame.clientHeight / 2;
    } else if (attempts > 0) {
        setTimeout(() => showTarget(attempts - 1), 100);
    }
}

// A drawing whose start stands lowest opens at its lower end, once its picture is there.
function showLowerEnd(attempts) {
    const frame = document.querySelector(".st-key-kb-diagram-low");
    const picture = frame && frame.querySelector("img");
    const isDrawn = picture && picture.complete && frame.scrollHeight > frame.clientHeight;
    if (isDrawn && !picture.dataset.kbShown) {
        picture.dataset.kbShown = "1";
        frame.scrollTop = frame.scrollHeight;
    } else if (attempts > 0) {
        setTimeout(() => showLowerEnd(attempts - 1), 150);
    }
}

// A date that was typed holds once the box is left: Enter does as if the reader pressed elsewhere.
function onEnter(event) {
    const isDate = event.key === "Enter" && event.target.closest && event.target.closest('[data-testid="stDateInputField"]');
    const elsewhere = () => {
        for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
            document.body.dispatchEvent(new PointerEvent(kind, { bubbles: true }));
        }
    };
    if (isDate) setTimeout(elsewhere, 0);
}

// A step to another page writes two entries into the browser's history: the new parameters on the old page, then the
// new page. The second takes the place of the first, so that Back leads where the reader was.
const ONE_STEP_MS = 3000;

function joinSteps() {
    if (window.kbJoins) return;
    window.kbJoins = true;
    document.addEventListener("keydown", onEnter, true);
    const push = history.pushState.bind(history);
    let last = { search: null, path: null, at: 0 };
    history.pushState = (state, title, target) => {
        const goal = new URL(target || "", window.location.href);
        const isSameStep = last.search === goal.search && goal.search && last.path !== goal.pathname
            && last.path === window.location.pathname && performance.now() - last.at < ONE_STEP_MS;
        last = { search: goal.search, path: goal.pathname, at: performance.now() };
        return isSameStep ? history.replaceState(state, title, target) : push(state, title, target);
    };
}

export default function (component) {
    const { setTriggerValue } = component;
    follow = (link) => setTriggerValue("followed", link);
    document.documentElement.lang = "vi";
    document.removeEventListener("click", window.kbOnClick || onClick);
    window.kbOnClick = onClick;
    document.addEventListener("click", onClick);
    speakVietnamese();
    joinSteps();
    showTarget(30);
    showLowerEnd(40);
}
