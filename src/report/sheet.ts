/** The style sheet inside a picture. Written out for both schemes, because not every viewer knows CSS variables. */

const light = `
.page{fill:#fff}
text{font-family:system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;fill:#1f2328}
.heading{font-size:16px;font-weight:600}
.name{font-size:13px;font-weight:600}
.note{font-size:11px;fill:#57606a}
.state{font-size:11px;text-anchor:end;font-weight:600}
.key{font-size:11px;fill:#57606a}
.box rect{stroke-width:1.2;fill:#f6f8fa;stroke:#8c959f}
.idle rect{fill:#fff;stroke:#d0d7de}
.idle .name{fill:#6e7781;font-weight:400}
.active rect{fill:#ddf4ff;stroke:#0969da}
.active .state{fill:#0969da}
.good rect{fill:#dafbe1;stroke:#1a7f37}
.good .state{fill:#1a7f37}
.bad rect{fill:#ffebe9;stroke:#cf222e}
.bad .state{fill:#cf222e}
.held rect{fill:#fff8c5;stroke:#9a6700}
.held .state{fill:#9a6700}
.inserted rect{stroke-dasharray:5 3}
.arrow.inserted{stroke-width:2.6}
.noreturn rect{stroke:#cf222e;stroke-width:2.4}
.bar rect{fill:#9a6700}
.bar text{font-size:11px;font-weight:600;text-anchor:middle;fill:#fff}
.edge-of-return line{stroke:#cf222e;stroke-width:1.4;stroke-dasharray:6 5}
.edge-of-return text{font-size:11px;font-weight:600;text-anchor:middle;fill:#cf222e}
.arrow{fill:none;stroke:#8c959f;stroke-width:1.3}
.arrow.after{stroke-dasharray:6 4}
.arrow.item{stroke-dasharray:2 3}
.arrow.phase{stroke:#0969da}
.arrow.barrier{stroke:#9a6700}
.head{fill:#8c959f}
.head.phase{fill:#0969da}
.head.barrier{fill:#9a6700}`

const dark = `
.page{fill:#0d1117}
text{fill:#e6edf3}
.note,.key{fill:#9198a1}
.box rect{fill:#161b22;stroke:#6e7681}
.idle rect{fill:#0d1117;stroke:#30363d}
.idle .name{fill:#7d8590}
.active rect{fill:#0c2d6b;stroke:#58a6ff}
.active .state{fill:#79c0ff}
.good rect{fill:#0f2d18;stroke:#3fb950}
.good .state{fill:#56d364}
.bad rect{fill:#3c1618;stroke:#f85149}
.bad .state{fill:#ff7b72}
.held rect{fill:#341a00;stroke:#d29922}
.held .state{fill:#e3b341}
.noreturn rect{stroke:#f85149}
.edge-of-return line{stroke:#f85149}
.edge-of-return text{fill:#ff7b72}
.arrow{stroke:#6e7681}
.arrow.phase{stroke:#58a6ff}
.arrow.barrier{stroke:#d29922}
.head{fill:#6e7681}
.head.phase{fill:#58a6ff}
.head.barrier{fill:#d29922}`

export const sheet = `${light}\n@media (prefers-color-scheme:dark){${dark}\n}\n`
