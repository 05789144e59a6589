/** The page's style: light and dark as the reader has it, and fit for paper. */
export const pageStyle = `
:root{--back:#fff;--text:#1c1c1c;--faint:#5c5c5c;--line:#d8d8d8;--error:#b3261e;--warning:#8a5a00;--info:#1a5fb4;--error-back:#fbe0de;--warning-back:#fdeec6;--info-back:#dbe9fb}
@media screen and (prefers-color-scheme:dark){:root{--back:#1b1b1d;--text:#e6e6e6;--faint:#a8a8a8;--line:#3c3c40;--error:#ff8a80;--warning:#f2c14e;--info:#8ab8ff;--error-back:#5a1f1b;--warning-back:#4d3c0c;--info-back:#1d3557}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0 auto;max-width:1400px;padding:1rem;background:var(--back);color:var(--text);font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.4rem;margin:0}h2{font-size:1.15rem;border-bottom:2px solid var(--line);overflow-wrap:anywhere}h3{font-size:1rem;margin:.5rem 0}
.total{font-weight:bold}
.filters{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1rem;position:sticky;top:0;background:var(--back);padding:.5rem 0}
nav ul{columns:auto 22rem;padding-left:1.2rem}nav li{overflow-wrap:anywhere}
.filters select{max-width:16rem}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;border-bottom:1px solid var(--line);padding:.5rem 0}
.pair>div{min-width:0}
.findings{grid-column:1/-1}
.text{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .75rem;margin:0}
dt{color:var(--faint)}dd{margin:0}
.nothing,small,.more{color:var(--faint)}
mark{color:inherit;border-bottom:2px solid}
mark.error{background:var(--error-back);border-color:var(--error)}
mark.warning{background:var(--warning-back);border-color:var(--warning)}
mark.info{background:var(--info-back);border-color:var(--info)}
mark.also{background:none;border-bottom-style:dotted}
.finding{border-left:4px solid var(--line);padding:.1rem .75rem;margin:.4rem 0}
.finding p{margin:.1rem 0;overflow-wrap:anywhere}
.finding.error{border-color:var(--error)}.finding.warning{border-color:var(--warning)}.finding.info{border-color:var(--info)}
.finding.error b{color:var(--error)}.finding.warning b{color:var(--warning)}.finding.info b{color:var(--info)}
a{color:var(--info)}
blockquote{margin:.2rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
@media (max-width:700px){.pair{grid-template-columns:1fr}.filters{position:static}}
@media print{:root{--back:#fff;--text:#000;--faint:#444;--line:#999}body{max-width:none;padding:0;font-size:10pt}.filters,nav{display:none}.finding,dl{break-inside:avoid}h2,h3{break-after:avoid}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
