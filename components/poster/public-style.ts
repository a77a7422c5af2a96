/** The whole style of the public village page; its hash stands in the page's policy. */
export const publicStyle = `
:root{--paper:#fbf8f1;--line:#ddd4c3;--ink:#1b2330;--ink-2:#434c5c;--indigo-700:#253c6e;--indigo-900:#14213d;--late:#a8321a;--late-tint:#fae6de;--soon:#744e00;--soon-mark:#d8981a;--done:#0b5c4a;--doing-mark:#4470bd;--blocked:#1b2330;--todo:#5a6270}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.65 "Noto Sans Lao","Phetsarath OT","Leelawadee UI","Lao Sangam MN",system-ui,sans-serif;overflow-wrap:break-word}
.band{height:16px;background:var(--indigo-900) url(/band.svg) center/auto 16px repeat-x}
main,header{max-width:640px;margin:0 auto;padding:0 16px}header{display:flex;align-items:center;justify-content:space-between;gap:12px;padding-top:12px}
header b{font-size:1.125rem}nav{display:flex;border:1.5px solid #857b68;border-radius:8px;background:#fff}nav a{padding:10px 16px;color:var(--ink);text-decoration:none;border-radius:6px}nav a[aria-current]{background:var(--indigo-700);color:#fff}
a:focus-visible,summary:focus-visible{outline:3px solid var(--indigo-900);outline-offset:2px}
h1{font-size:1.875rem;line-height:1.5;margin:0}h2{font-size:1.125rem;line-height:1.6;margin:0 0 6px}p{margin:8px 0}.where,.small{color:var(--ink-2)}.small{font-size:.875rem}.sum{font-size:1.125rem}
section{background:#fff;border:1px solid var(--line);border-radius:14px;padding:16px;margin:16px 0}ul{list-style:none;margin:0;padding:0}
li{display:flex;gap:12px;align-items:flex-start;padding:10px 0;border-top:1px solid var(--line)}li>svg{flex:none;margin-top:2px}li b{display:block;font-weight:600}li span span{display:block;font-size:.875rem;color:var(--ink-2)}
.bar svg{display:block;width:100%;height:22px}.words{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:.875rem}.words span{display:inline-flex;gap:6px;align-items:center}
.map>svg{display:block;width:100%;height:auto;border-radius:8px}.map text{font-family:inherit}summary{padding:12px 0;color:var(--indigo-700);font-weight:560;cursor:pointer}.legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr))}.legend li{border:0;padding:4px 0;align-items:center;font-size:.875rem}
.say summary{padding:10px 0;font-size:.875rem}.say label{display:block;font-size:.875rem}.say textarea{width:100%;padding:8px;border:1.5px solid #857b68;border-radius:8px;font:inherit;line-height:1.6}.two{display:flex;flex-wrap:wrap;gap:8px}.two button{flex:1 1 120px;min-height:48px;padding:6px 12px;border:1.5px solid var(--indigo-700);border-radius:8px;background:#fff;color:var(--indigo-700);font:inherit;font-weight:560}button:focus-visible,textarea:focus-visible{outline:3px solid var(--indigo-900);outline-offset:2px}
li>span{flex:1;min-width:0}q{display:block;font-size:.875rem;border-left:3px solid var(--line);padding-left:8px;margin-top:4px}.note{padding:12px 16px;border-radius:8px;background:#dcf0e8;color:var(--done);font-weight:560}.note.bad{background:var(--late-tint);color:var(--late)}
@media print{.say{display:none}body{background:#fff}nav{display:none}section{break-inside:avoid}}
`;
