import { expect, test } from "vitest";
import { staticMarkup } from "./static-markup";

const Name = ({ text }: { text: string }) => <b>{text}</b>;
const Alive = () => null;

test.each([
  [<p key="1">{`<b> & "x"`}</p>, "<p>&lt;b&gt; &amp; &quot;x&quot;</p>"],
  [<p key="2" title={`"><script>`} className="a" />, '<p title="&quot;&gt;&lt;script&gt;" class="a"></p>'],
  [<Name key="3" text="ບ້ານ" />, "<b>ບ້ານ</b>"],
  [<details key="4" open />, '<details open=""></details>'],
  [<details key="5" open={false} hidden={undefined} />, "<details></details>"],
  [
    <th key="6" scope="col" colSpan={2} tabIndex={-1} data-label="x" />,
    '<th scope="col" colspan="2" tabindex="-1" data-label="x"></th>',
  ],
  [<input key="7" name="x" disabled />, `<input name="x" disabled="">`],
  [
    <svg key="8" viewBox="0 0 1 1" aria-hidden="true">
      <path strokeWidth="2" d="M0 0" />
    </svg>,
    '<svg viewBox="0 0 1 1" aria-hidden="true"><path stroke-width="2" d="M0 0"></path></svg>',
  ],
  [
    <p key="9">
      {[1, false, null, "a"]}
      <>b</>
    </p>,
    "<p>1ab</p>",
  ],
  [<Alive key="10" />, ""],
])("writes %#", (node, text) => {
  expect(staticMarkup(node)).toBe(text);
});

test("another component stands for one that lives in the browser", () => {
  const text = ({ text: given }: { text: string }) => <i>{given}</i>;
  expect(staticMarkup(<Name text="x" />, new Map([[Name, text as never]]))).toBe("<i>x</i>");
});

test("what only a browser can draw is told, not left out", () => {
  const client = { $$typeof: Symbol.for("react.client.reference") };
  const Client = client as unknown as typeof Alive;
  expect(() => staticMarkup(<Client />)).toThrow(TypeError);
});
