// The drawing of a trace, moved and enlarged by changing what part of it the frame shows. It is parsed as XML and all
// words in it are escaped, so that nothing of a document can run.
const STEP = 1.25;
// Times that the drawing may be enlarged, and shrunk, against its own size.
const LARGEST = 4;
const SMALLEST = 0.05;
// Pixels within which a press is a click, not a pull.
const STILL = 5;

function draw(frame, words) {
    const parsed = new DOMParser().parseFromString(words, "image/svg+xml").documentElement;
    const drawing = document.importNode(parsed, true);
    drawing.removeAttribute("width");
    drawing.removeAttribute("height");
    drawing.setAttribute("role", "group");
    drawing.setAttribute("preserveAspectRatio", "xMidYMid meet");
    frame.replaceChildren(drawing);
    return drawing;
}

class View {
    constructor(frame, drawing) {
        this.frame = frame;
        this.drawing = drawing;
        const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
        this.whole = { width, height };
    }

    // The point of the drawing in the middle of the frame, and pixels of the frame for one of the drawing.
    show(x, y, scale) {
        this.scale = Math.min(LARGEST, Math.max(SMALLEST, scale));
        this.x = Math.min(this.whole.width, Math.max(0, x));
        this.y = Math.min(this.whole.height, Math.max(0, y));
        const width = this.frame.clientWidth / this.scale;
        const height = this.frame.clientHeight / this.scale;
        this.drawing.setAttribute("viewBox", `${this.x - width / 2} ${this.y - height / 2} ${width} ${height}`);
    }

    fit() {
        const { width, height } = this.whole;
        this.show(width / 2, height / 2, Math.min(this.frame.clientWidth / width, this.frame.clientHeight / height, 1));
    }

    // The box that is looked at, large enough to be read.
    start() {
        const box = this.drawing.querySelector("rect.start");
        if (!box) return this.fit();
        const half = (name, size) => Number(box.getAttribute(name)) + Number(box.getAttribute(size)) / 2;
        this.show(half("x", "width"), half("y", "height"), 1);
    }

    move(byX, byY) { this.show(this.x - byX / this.scale, this.y - byY / this.scale, this.scale); }

    // Enlarges about a point of the frame, which stays where it is.
    zoom(times, atX = this.frame.clientWidth / 2, atY = this.frame.clientHeight / 2) {
        const offX = atX - this.frame.clientWidth / 2, offY = atY - this.frame.clientHeight / 2;
        const pointX = this.x + offX / this.scale, pointY = this.y + offY / this.scale;
        const scale = Math.min(LARGEST, Math.max(SMALLEST, this.scale * times));
        this.show(pointX - offX / scale, pointY - offY / scale, scale);
    }
}

function followKeys(frame, view) {
    const keys = {
        ArrowLeft: () => view.move(60, 0), ArrowRight: () => view.move(-60, 0),
        ArrowUp: () => view.move(0, 60), ArrowDown: () => view.move(0, -60),
        "+": () => view.zoom(STEP), "=": () => view.zoom(STEP), "-": () => view.zoom(1 / STEP), "0": () => view.fit(),
    };
    frame.onkeydown = (event) => {
        const act = keys[event.key];
        if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        act();
    };
    // A box that the keyboard reaches comes into the frame.
    frame.onfocusin = (event) => {
        const box = event.target.closest && event.target.closest("a") && event.target.querySelector("rect");
        if (!box || !event.target.matches(":focus-visible")) return;
        const at = (name, size) => Number(box.getAttribute(name)) + Number(box.getAttribute(size)) / 2;
        view.show(at("x", "width"), at("y", "height"), view.scale);
    };
    frame.addEventListener("focusin", frame.onfocusin);
}

// One finger or the mouse pulls, two fingers enlarge. Returns whether the last press was a pull.
function followPointers(frame, view) {
    const held = new Map();
    let pulled = 0;
    frame.onpointerdown = (event) => {
        if (held.size === 0) pulled = 0;
        held.set(event.pointerId, event);
    };
    frame.onpointermove = (event) => {
        const before = held.get(event.pointerId);
        if (!before) return;
        const other = [...held.values()].find((one) => one.pointerId !== event.pointerId);
        const byX = event.clientX - before.clientX, byY = event.clientY - before.clientY;
        pulled += Math.abs(byX) + Math.abs(byY);
        held.set(event.pointerId, event);
        if (pulled > STILL && !frame.hasPointerCapture(event.pointerId)) frame.setPointerCapture(event.pointerId);
        frame.classList.toggle("moving", pulled > STILL);
        if (!other) return view.move(byX, byY);
        const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
        const edge = frame.getBoundingClientRect();
        const middle = (axis, side) => (event[axis] + other[axis]) / 2 - edge[side];
        if (apart(before)) view.zoom(apart(event) / apart(before), middle("clientX", "left"), middle("clientY", "top"));
    };
    const release = (event) => { held.delete(event.pointerId); frame.classList.remove("moving"); };
    frame.onpointerup = release;
    frame.onpointercancel = release;
    frame.ondragstart = (event) => event.preventDefault();
    frame.onwheel = (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        const edge = frame.getBoundingClientRect();
        view.zoom(event.deltaY < 0 ? STEP : 1 / STEP, event.clientX - edge.left, event.clientY - edge.top);
    };
    return () => pulled > STILL;
}

export default function (component) {
    const { parentElement, data, setTriggerValue } = component;
    const frame = parentElement.querySelector(".frame");
    if (frame.kbDrawn === data.drawing) return;
    frame.kbDrawn = data.drawing;
    const view = new View(frame, draw(frame, data.drawing));
    followKeys(frame, view);
    const wasPulled = followPointers(frame, view);
    frame.onclick = (event) => {
        const link = event.target.closest("a");
        const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (!link || (!isPlain && !wasPulled())) return;
        event.preventDefault();
        if (!wasPulled()) setTriggerValue("followed", link.getAttribute("href"));
    };
    const acts = {
        in: () => view.zoom(STEP), out: () => view.zoom(1 / STEP), whole: () => view.fit(), start: () => view.start(),
    };
    for (const button of parentElement.querySelectorAll("button")) button.onclick = acts[button.dataset.do];
    // The frame has its size only once it is laid out.
    let isShown = false;
    new ResizeObserver(() => {
        if (!frame.clientWidth) return;
        if (isShown) view.show(view.x, view.y, view.scale); else view.start();
        isShown = true;
    }).observe(frame);
}
