import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";

/** Turns the verification of TLS on or off, for all connections that are opened from now on. */
export async function toggleVerification(): Promise<void> {
  const answer = await app.try(app.server.call("talk.verify", { verify: !app.verify.value }));
  if (answer) {
    app.verify.set(answer.verify);
  }
}

register({ id: "tls.verify", title: "TLS verification on or off", group: "Conversation", run: () => void toggleVerification() });
