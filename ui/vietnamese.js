// The words that the library's own boxes say, in Vietnamese: visible ones and those for who listens. Nothing inside the
// app's own HTML (.stHtml) is touched, where documents speak.
const WORDS = {
    "Choose an option": "Chọn một mục",
    "Choose or add an option": "Chọn hoặc gõ",
    "Choose options": "Chọn",
    "No results": "Không có mục nào khớp",
    "No options to select": "Không có mục nào",
    "No options to select.": "Không có mục nào",
    "Select all": "Chọn tất cả",
    "Selected values": "Các mục đã chọn",
    "Listbox options": "Các mục",
    "listbox options": "Các mục",
    "Selectbox options": "Các mục",
    "Clear value": "Bỏ chọn",
    "Clear entry": "Xóa ô",
    "Clear all": "Bỏ chọn tất cả",
    "Clear date": "Xóa ngày",
    "Clear dates": "Xóa ngày",
    "Choose date": "Chọn ngày",
    "Choose date range": "Chọn khoảng ngày",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
        "Phím mũi tên để chuyển ngày, Enter để chọn, Esc để đóng.",
    "Link to heading": "Liên kết đến đề mục này",
    "Open": "Mở",
    "Dismiss": "Đóng",
    "file upload": "chọn tệp để tải lên",
    "add icon": "",
    "Error:": "Lỗi:",
    "dd": "ngày",
    "mm": "tháng",
    "yyyy": "năm",
    "day": "ngày",
    "Previous month": "Tháng trước",
    "Next month": "Tháng sau",
    "Previous": "Trước",
    "Next": "Sau",
    "Month": "Tháng",
    "month": "Tháng",
    "Year": "Năm",
    "year": "Năm",
    "Empty": "trống",
    "Pagination": "Các trang",
    "Previous page": "Trang trước",
    "Next page": "Trang sau",
    "Press Enter to apply": "Nhấn Enter để áp dụng",
    "Press Enter to submit form": "Nhấn Enter để gửi",
    "Press Ctrl+Enter to apply": "Nhấn Ctrl+Enter để áp dụng",
    "Press Ctrl+Enter to submit form": "Nhấn Ctrl+Enter để gửi",
    "Press ⌘+Enter to apply": "Nhấn ⌘+Enter để áp dụng",
    "Press ⌘+Enter to submit form": "Nhấn ⌘+Enter để gửi",
    "Show password text": "Hiện mật khẩu",
    "Hide password text": "Ẩn mật khẩu",
    "Show password": "Hiện mật khẩu",
    "Hide password": "Ẩn mật khẩu",
    "Fullscreen": "Xem to",
    "Close fullscreen": "Thôi xem to",
    "View fullscreen": "Xem to",
    "Upload": "Chọn tệp",
    "Browse files": "Chọn tệp",
    "Add files": "Thêm tệp",
    "Expand sidebar": "Mở danh sách trang",
    "Collapse sidebar": "Đóng danh sách trang",
    "Open sidebar": "Mở danh sách trang",
    "Close sidebar": "Đóng danh sách trang",
    "Sidebar": "Danh sách trang",
    "App pages": "Các trang của ứng dụng",
    "Notifications": "Thông báo",
    "Skip to main content": "Đến nội dung chính",
    "Navigate to home page": "Về trang đầu",
    "Scroll tabs left": "Cuộn sang trái",
    "Scroll tabs right": "Cuộn sang phải",
    "Running...": "Đang chạy…",
    "Stop": "Dừng",
    "Connecting": "Đang nối lại",
    "Connecting to Streamlit server": "Đang nối lại với máy chủ",
    "Error": "Lỗi",
    "Unable to connect to Streamlit server": "Không nối được với máy chủ",
    "Connection error": "Mất kết nối với máy chủ",
    "Connection timed out.": "Máy chủ không trả lời.",
    "Streamlit server is not responding. Are you connected to the internet?":
        "Máy chủ của kho không trả lời. Kiểm tra mạng nội bộ, hoặc hỏi người phụ trách.",
    "Try again": "Thử lại",
    "Close": "Đóng",
    "Cancel": "Hủy",
    "Copy": "Chép",
    "Logo": "Kho văn bản",
    "Please wait...": "Xin đợi …",
    "Something went wrong.": "Có lỗi xảy ra.",
};
const PATTERNS = [
    [/^Fullscreen: (.*)$/s, "Xem to: $1"],
    [/^Choose date, (.*)$/s, "Chọn ngày, $1"],
    [/^Page (\d+)$/, "Trang $1"],
    [/^Add: (.*)$/s, "Dùng: $1"],
    [/^Remove (.*)$/s, "Bỏ $1"],
    [/^Select (\d+) matches$/, "Chọn $1 mục khớp"],
    [/^File must be ([\d.]+) ?MB or smaller\.$/, "Tệp lớn quá $1 MB, không nhận được."],
    [/^([\d.]+) ?MB per file(.*)$/s, "mỗi tệp tối đa $1 MB"],
    [/^(\d+) options? available\.$/, "$1 mục."],
    [/^file upload(.*)$/s, "chọn tệp để tải lên$1"],
    [/^day, ?(.*)$/s, "ngày, $1"],
    [/^month, ?(.*)$/s, "tháng, $1"],
    [/^year, ?(.*)$/s, "năm, $1"],
    [/^(.*), selected\.?$/s, "$1, đang chọn"],
    [/^Selected (.*)\.?$/s, "Đang chọn $1"],
    [/^Today, (.*)$/s, "Hôm nay, $1"],
    [/^Is Streamlit still running\?.*$/s, "Ứng dụng đã dừng. Chạy lại “kb serve”, hoặc hỏi người phụ trách."],
    [/^Cannot connect to Streamlit.*$/s, "Không nối được với máy chủ của kho."],
    [/^Connection failed with status (.*)$/s, "Máy chủ trả lời lỗi $1"],
];
const MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAYS_SAID = ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"];
const MONTH = MONTHS.join("|");
const DATE = new RegExp(`(?:(${DAYS.join("|")}), )?(${MONTH}) (\\d+), (\\d{4})`);
const MONTH_OF_YEAR = new RegExp(`(${MONTH}) (\\d{4})`);
const PREFIXES = [
    [/^Selected Date: /, "Ngày đã chọn: "], [/^Choose date, /, "Chọn ngày, "], [/^Today, /, "Hôm nay, "],
    [/ selected$/, " đang chọn"],
];

// Dates as a browser that speaks English names them: "Tuesday, November 24, 2026", "November 2026", "November".
function dateInVietnamese(words) {
    if (MONTHS.includes(words)) return `Tháng ${MONTHS.indexOf(words) + 1}`;
    if (!DATE.test(words) && !MONTH_OF_YEAR.test(words)) return null;
    const dated = words.replace(DATE, (_, weekday, month, day, year) => {
        const named = weekday ? `${DAYS_SAID[DAYS.indexOf(weekday)]}, ` : "";
        return `${named}ngày ${day}/${MONTHS.indexOf(month) + 1}/${year}`;
    }).replace(MONTH_OF_YEAR, (_, month, year) => `tháng ${MONTHS.indexOf(month) + 1}/${year}`);
    return PREFIXES.reduce((said, [pattern, prefix]) => said.replace(pattern, prefix), dated);
}

const SPOKEN = ["aria-label", "placeholder", "title", "alt", "aria-valuetext", "aria-roledescription"];

function inVietnamese(words) {
    const bare = words.trim();
    if (!bare || bare.length > 200) return null;
    const known = Object.hasOwn(WORDS, bare) ? WORDS[bare] : null;
    if (known !== null) return words.replace(bare, () => known);
    const dated = dateInVietnamese(bare);
    if (dated !== null) return dated;
    const [pattern, said] = PATTERNS.find(([pattern]) => pattern.test(bare)) || [];
    return pattern ? bare.replace(pattern, said) : null;
}

function isOurs(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return !element || Boolean(element.closest(".stHtml, .kb-text, script, style, textarea, [role='option'] mark"));
}

function sayText(node) {
    const said = isOurs(node) ? null : inVietnamese(node.nodeValue);
    if (said !== null && said !== node.nodeValue) node.nodeValue = said;
}

function sayAttributes(element) {
    if (isOurs(element)) return;
    for (const name of SPOKEN) {
        const words = element.getAttribute(name);
        const said = words ? inVietnamese(words) : null;
        if (said !== null && said !== words) element.setAttribute(name, said);
    }
}

function sayAll(root) {
    if (root.nodeType === Node.TEXT_NODE) return sayText(root);
    if (root.nodeType !== Node.ELEMENT_NODE || isOurs(root)) return;
    sayAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.nodeType === Node.TEXT_NODE) sayText(node); else sayAttributes(node);
    }
}

function onChange(changes) {
    for (const change of changes) {
        if (change.type === "childList") change.addedNodes.forEach(sayAll);
        else if (change.type === "characterData") sayText(change.target);
        else sayAttributes(change.target);
    }
}

// Once for each page of the browser, from then on at every change.
function speakVietnamese() {
    if (window.kbSpeaks) return;
    window.kbSpeaks = true;
    sayAll(document.body);
    new MutationObserver(onChange).observe(document.body, {
        childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: SPOKEN,
    });
}
