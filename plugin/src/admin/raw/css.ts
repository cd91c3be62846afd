/** JSON mode's own sheet. Lines have a fixed height: marks and numbers stand beside the lines they belong to. */
export const css = `
.cc-raw{display:flex;flex-direction:column;gap:var(--cc-space-30);height:100%;min-height:320px;color:var(--cc-text)}
.cc-raw-box{flex:1 1 0;min-height:200px;display:flex;position:relative;overflow:hidden;border:1px solid var(--cc-border-strong);border-radius:var(--cc-radius);background:var(--cc-body)}
.cc-raw-box:focus-within{box-shadow:var(--cc-focus)}
.cc-raw-gutter{flex:none;min-width:3em;overflow:hidden;background:var(--cc-hover);border-right:1px solid var(--cc-border)}
.cc-raw-gutter pre{position:relative;margin:0;padding:8px 6px 8px 10px;text-align:end;color:var(--cc-weak);font:13px/20px var(--cc-font-code)}
.cc-raw-gutter mark{position:absolute;left:0;right:0;height:20px;padding-right:6px;background:var(--cc-warning-back);color:var(--cc-warning-text);font-weight:700}
.cc-raw-gutter mark.cc-raw-error{background:var(--cc-error-back);color:var(--cc-error-text)}
.cc-raw textarea{flex:1 1 auto;min-width:0;margin:0;padding:8px;border:0;outline:none;resize:none;overflow:auto;white-space:pre;tab-size:2;color:var(--cc-text);background:transparent;font:13px/20px var(--cc-font-code)}
.cc-raw-problems{flex:none;max-height:34%;overflow:auto;font-size:var(--cc-size-small);overflow-wrap:anywhere}
.cc-raw-problems ul{margin:var(--cc-space-20) 0;padding:0;list-style:none}
.cc-raw-problems li{padding:2px 0}
.cc-raw-problems p{margin:0}
.cc-raw-problems button{all:unset;cursor:pointer;color:var(--cc-link);border-radius:var(--cc-radius)}
.cc-raw-problems button:hover{text-decoration:underline}
.cc-raw-problems button:focus-visible{box-shadow:var(--cc-focus)}
`;
