/** Colours are those of the page; a site says otherwise by the custom properties, or by the parts. */
export const STYLE: string = `
:host { display: block; margin-block: 1rem; }
[hidden] { display: none !important; }
[part="tools"] { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-block: .5rem; font-size: .9rem; }
button, select { font: inherit; padding: .3rem .8rem; border-radius: .3rem; border: 1px solid currentColor;
  background: var(--tl-run-background, Canvas); color: var(--tl-run-color, CanvasText); cursor: pointer; min-height: 2rem; }
button:focus-visible, select:focus-visible, textarea:focus-visible, [part="list"]:focus-visible {
  outline: 3px solid var(--tl-run-focus, Highlight); outline-offset: 2px; }
textarea { box-sizing: border-box; width: 100%; font: .85rem/1.5 var(--tl-run-mono, ui-monospace, monospace); padding: .75rem;
  border: 1px solid currentColor; border-radius: .3rem; resize: vertical; tab-size: 2;
  background: var(--tl-run-background, Canvas); color: var(--tl-run-color, CanvasText); }
[part="panes"] { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
[part="pane"] { min-width: 0; border: 1px solid currentColor; border-radius: .3rem; }
[part="title"] { margin: 0; padding: .4rem .75rem; font-weight: 600; border-bottom: 1px solid currentColor; }
[part="list"] { max-height: 24rem; overflow: auto; padding: .5rem .75rem; }
pre { margin: 0; padding-block: .25rem; white-space: pre-wrap; overflow-wrap: anywhere;
  font: .85rem/1.5 var(--tl-run-mono, ui-monospace, monospace); background: none; color: inherit; border: 0; }
pre + pre { border-top: 1px dashed currentColor; }
[part="error"] { font-weight: 600; }
[part="error"]::before { content: "✗ "; }
`;
