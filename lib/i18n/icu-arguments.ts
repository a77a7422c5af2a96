export type IcuArgument = { name: string; type: string };

function closing(message: string, from: number): number {
  let depth = 0;
  for (let i = from; i < message.length; i++) {
    if (message[i] === "{") depth++;
    if (message[i] === "}" && --depth === 0) return i;
  }
  throw new SyntaxError(`unclosed brace: ${message}`);
}

function inside(body: string): IcuArgument[] {
  const [name = "", type = "text"] = body.split(",", 2).map((part) => part.trim());
  if (!/^\w+$/.test(name)) throw new SyntaxError(`not an argument: {${body}}`);
  const branches = ["plural", "select", "selectordinal"].includes(type) ? body.slice(body.indexOf("{")) : "";
  const found: IcuArgument[] = [{ name, type }];
  for (let at = branches.indexOf("{"); at >= 0; at = branches.indexOf("{", at)) {
    const end = closing(branches, at);
    found.push(...icuArguments(branches.slice(at + 1, end)));
    at = end + 1;
  }
  return found;
}

/** The arguments of an ICU message, those in its branches too. Quoting is not supported: no message of ours needs it. */
export function icuArguments(message: string): IcuArgument[] {
  const found: IcuArgument[] = [];
  for (let at = message.indexOf("{"); at >= 0; at = message.indexOf("{", at)) {
    const end = closing(message, at);
    found.push(...inside(message.slice(at + 1, end)));
    at = end + 1;
  }
  return found;
}
