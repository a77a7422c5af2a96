/** The words ready to send: shown whole, so that they can be copied where no application opens. */
export function WhatsappText({ text, help, open }: { text: string; help: string; open: string }) {
  return (
    <div className="stack-s">
      <p className="sm mut">{help}</p>
      <blockquote className="card flat select-all">{text}</blockquote>
      <a
        className="btn"
        href={`https://wa.me/?text=${encodeURIComponent(text)}`}
        rel="noreferrer noopener"
        target="_blank"
      >
        {open}
      </a>
    </div>
  );
}
