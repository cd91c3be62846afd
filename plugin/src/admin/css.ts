/**
 * The editor's own sheet: its columns and what stands in them. Colours and spaces are the custom properties that the
 * agents' sheet defines (theme/tokens.ts), so both look alike in every theme.
 */
export const css = `
.cc-editor{position:relative;isolation:isolate;display:flex;flex-direction:column;flex:1 1 0;min-height:0;min-width:0;color:var(--cc-text);background:var(--cc-body);font-size:var(--cc-size);line-height:var(--cc-line)}
.cc-toolbar{display:flex;flex-wrap:wrap;align-items:center;gap:var(--cc-space-30);padding:var(--cc-space-30) var(--cc-space-50);border-bottom:1px solid var(--cc-border)}
.cc-toolbar h1{flex:1 1 auto;margin:0}
.cc-toolbar .cc-state{color:var(--cc-weak);font-size:var(--cc-size-small)}
.cc-columns{isolation:isolate;flex:1 1 0;min-height:0;display:grid;grid-template-columns:minmax(180px,1fr) minmax(280px,2fr) minmax(340px,2.4fr);grid-template-rows:minmax(0,1fr)}
.cc-columns.cc-raw-mode{grid-template-columns:minmax(380px,3fr) minmax(340px,2.4fr)}
.cc-column{min-width:0;min-height:0;overflow:auto;padding:var(--cc-space-40) var(--cc-space-50);border-right:1px solid var(--cc-border);box-sizing:border-box}
.cc-column:last-child{border-right:0}
.cc-column h2{margin:0 0 var(--cc-space-30)}
.cc-preview{display:flex;flex-direction:column;gap:var(--cc-space-40);min-height:100%}
.cc-stage{box-sizing:border-box;display:flex;flex:1 0 auto;height:480px;border:1px solid var(--cc-border);border-radius:var(--cc-radius);overflow:hidden}
.cc-foot{display:flex;flex-wrap:wrap;align-items:center;gap:var(--cc-space-40);padding:var(--cc-space-20) var(--cc-space-50);border-top:1px solid var(--cc-border)}
.cc-foot details{flex:1 1 auto;min-width:0}
.cc-foot ul{max-height:30vh;overflow:auto;margin:var(--cc-space-20) 0;padding-left:var(--cc-space-50)}
.cc-row{display:flex;flex-wrap:wrap;align-items:flex-end;gap:var(--cc-space-30)}
.cc-row>div{min-width:120px}
.cc-stack{display:flex;flex-direction:column;gap:var(--cc-space-30);margin:var(--cc-space-40) 0 0}
.cc-editor p{margin:0}
.cc-editor summary{cursor:pointer;color:var(--cc-link);border-radius:var(--cc-radius);padding:2px 0}
.cc-editor summary:focus-visible{outline:none;box-shadow:var(--cc-focus)}
.cc-help{color:var(--cc-weak);font-size:var(--cc-size-small)}
.cc-error{color:var(--cc-error-text);font-size:var(--cc-size-small)}
.cc-reasons{font-size:var(--cc-size-small);line-height:var(--cc-line-small);overflow-wrap:anywhere}
.cc-reasons dl{margin:var(--cc-space-30) 0 0;display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:var(--cc-space-20) var(--cc-space-40)}
.cc-reasons dd{margin:0;color:var(--cc-weak)}
.cc-reasons code{font-family:var(--cc-font-code);color:var(--cc-weak)}
.cc-notice{display:flex;flex-wrap:wrap;align-items:center;gap:var(--cc-space-30);padding:var(--cc-space-30) var(--cc-space-50);background:var(--cc-warning-back);color:var(--cc-warning-text);border-bottom:1px solid var(--cc-warning-border)}
.cc-notice>span{flex:1 1 auto}
.cc-notice>div:not(.cc-notice-actions){flex:1 1 100%}
.cc-notice-actions{display:flex;flex-wrap:wrap;gap:var(--cc-space-30) var(--cc-space-50)}
.cc-drawer{position:absolute;top:0;right:0;bottom:0;z-index:30;width:min(520px,100%);box-sizing:border-box;overflow:auto;padding:var(--cc-space-40) var(--cc-space-50);background:var(--cc-body);border-left:1px solid var(--cc-border);box-shadow:-8px 0 24px rgba(0,0,0,.18)}
.cc-drawer:focus{outline:none}
.cc-drawer-head{display:flex;align-items:center;justify-content:space-between;margin-bottom:var(--cc-space-40)}
.cc-history{list-style:none;margin:0;padding:0}
.cc-history>li{padding:var(--cc-space-30) 0;border-top:1px solid var(--cc-border);overflow-wrap:anywhere}
.cc-comment{color:var(--cc-weak);white-space:pre-wrap}
.cc-live{padding:0 var(--cc-space-30);border-radius:var(--cc-pill);font-size:var(--cc-size-small);color:var(--cc-success-text);background:var(--cc-success-back)}
.cc-document{max-height:360px;overflow:auto;margin:var(--cc-space-20) 0 0;padding:var(--cc-space-30);border:1px solid var(--cc-border);border-radius:var(--cc-radius);background:var(--cc-hover);font-family:var(--cc-font-code);font-size:var(--cc-size-small);white-space:pre}
.cc-changes{list-style:none;margin:0;padding:0;overflow-wrap:anywhere}
.cc-changes ul{margin:0;padding-left:var(--cc-space-50);list-style:disc}
.cc-editor strong,.cc-dialog strong{font-weight:var(--cc-semibold)}
.cc-steps{list-style:none;margin:var(--cc-space-40) 0;padding:0}
.cc-steps li{display:flex;gap:var(--cc-space-40);padding:var(--cc-space-20) 0;color:var(--cc-weak)}
.cc-steps li>span:nth-child(2){flex:1 1 auto}
.cc-steps .cc-step-running,.cc-steps .cc-step-done{color:var(--cc-text)}
.cc-steps .cc-step-running{font-weight:var(--cc-semibold)}
.cc-steps .cc-mark{width:1.2em;text-align:center}
.cc-steps .cc-step-done .cc-mark{color:var(--cc-success-text)}
.cc-switch{display:flex;margin-left:auto;border:1px solid var(--cc-border-strong);border-radius:var(--cc-radius);overflow:hidden}
.cc-switch button{all:unset;cursor:pointer;padding:2px var(--cc-space-40);font-size:var(--cc-size-small)}
.cc-switch button[aria-pressed=true]{background:var(--cc-link);color:var(--cc-body)}
.cc-switch button:focus-visible{box-shadow:inset 0 0 0 2px var(--cc-link)}
.cc-switch button[disabled]{cursor:default;opacity:.6}
.cc-steps .cc-step-failed{color:var(--cc-error-text)}
.cc-dialog{overflow-wrap:anywhere}
`;
