/** The little of it that is used: its own types bring a client of Amazon's mail service with them. */
declare module "nodemailer" {
  type Message = { from: string; to: string; subject: string; text: string };
  export function createTransport(server: string): {
    sendMail(message: Message): Promise<unknown>;
    close(): void;
  };
}
