/** Where the service worker is fetched from (app/offline), and the script it runs when it must send by itself. */
export const workerAddress = "/offline/worker.js";
export const senderAddress = "/offline/sender.js";

/** Told to a page by the worker: the browser says that there is a network, send what waits. */
export const sendMessage = "connect-send";

/** Told to the worker by a page that is to be kept. */
export const keepMessage = "connect-keep";

/** Asked of the browser, and by it of the worker: something waits. */
export const outboxTag = "connect-outbox";

const fieldAddress = /^\/(lo|en)\/field(?:\/|$)/;

/** The one document that answers a field address; null for every other page. */
export function shellOf(pathname: string): string | null {
  const locale = fieldAddress.exec(pathname)?.[1];
  return locale ? `/${locale}/field` : null;
}
