/** The style of a report page: light and dark by the reader's setting, printable, no fonts or images from anywhere. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ground:#faf9f6;--card:#fff;--ink:#1d1f24;--faint:#666b75;--line:#e0ddd5;--good:#1a7f4b;--warn:#9a6700;--bad:#b3261e;
--word:#eceae3;--tie:#c5dcfa;--ask:#c8ecd2;--reach:#e4d3f7;--name:#fbe3b8;--soft:#f8cfcb;--other:#e3e3e3}
@media (prefers-color-scheme:dark){:root{--ground:#14161a;--card:#1d2026;--ink:#e9e7e2;--faint:#9aa0ab;--line:#343841;--good:#5fd394;--warn:#e6b450;--bad:#ff8a80;
--word:#2b2f37;--tie:#23456e;--ask:#1f5233;--reach:#4a2f69;--name:#5e4717;--soft:#6d2c28;--other:#3a3d44}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0 .6rem}
h2{font-size:1.05rem;margin:2.2rem 0 .6rem}
.source,.faint{color:var(--faint);font-size:.9rem;overflow-wrap:anywhere}
.pass,.return{color:var(--good)}.improve,.toss-up,.error{color:var(--warn)}.fail,.delete{color:var(--bad)}.notApplicable{color:var(--faint)}
.reasons{margin:.4rem 0 0;padding-left:1.2rem}
.mend{border-left:4px solid var(--warn);background:var(--card);padding:.7rem 1rem;margin:1.2rem 0 0}
.tip{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem;margin:.6rem 0}
.tip h3{font-size:1rem;margin:0;display:flex;gap:.6rem;align-items:baseline}
.tip h3 .id{min-width:7.5rem}.tip h3 .score{margin-left:auto;font-weight:400;color:var(--faint);white-space:nowrap}
.tip ul{margin:.4rem 0 0;padding-left:1.2rem}.tip li{margin:.35rem 0;overflow-wrap:anywhere}
.fix{display:block}.fix::before{content:"\\2192\\00a0"}
.when{color:var(--faint);font-variant-numeric:tabular-nums;white-space:nowrap}
figure{margin:0;overflow-x:auto}svg{display:block;width:100%;min-width:46rem;height:auto;background:var(--card);border:1px solid var(--line);border-radius:8px;margin:.5rem 0}
svg text{fill:var(--ink);font:12px system-ui,sans-serif}svg .ruler{fill:var(--faint);font-size:10px}
svg .tick{stroke:var(--line)}svg .word{fill:var(--word)}svg .pause{fill:none;stroke:var(--faint);stroke-dasharray:2 3}
svg .filler{fill:var(--soft)}svg .digit{stroke:var(--ink);stroke-width:1.5}svg .mark{stroke-width:3}
svg .mark.fail{stroke:var(--bad)}svg .mark.improve{stroke:var(--warn)}svg .mark.hint{stroke:var(--faint)}
svg .tie{fill:var(--tie)}svg .ask{fill:var(--ask)}svg .reach{fill:var(--reach)}svg .name{fill:var(--name)}svg .soft{fill:var(--soft)}svg .other{fill:var(--other)}
svg.rb-number{width:auto;min-width:0;border:0;margin:.6rem 0 0}.rb-number .rb-digit,.rb-number .rb-lost{font-size:22px}.rb-number .rb-lost{fill:var(--bad);font-weight:700}.rb-number .rb-gap{font-size:11px}
table{border-collapse:collapse}td,th{text-align:left;padding:.15rem 1.2rem .15rem 0;font-weight:400;vertical-align:top}th{color:var(--faint)}
@media (max-width:36rem){.tip h3{flex-wrap:wrap}.tip h3 .id{min-width:0;width:100%}}
@media print{svg{min-width:0}}
@media print{body{background:#fff}.tip,svg{break-inside:avoid}}
`.replaceAll('\n', '');
