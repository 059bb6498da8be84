/** A field of a way to authenticate. */
export interface Field {
  name: string;
  title: string;
  secret?: boolean;
  choices?: string[];
  hint?: string;
  /** What it is at first. */
  first?: string;
  /** Shown only where another field says so. */
  only?: { field: string; is: string };
}

export interface Kind {
  kind: string;
  title: string;
  docs: string;
  fields: Field[];
}

/** The ways to say who one is, the most used first. */
export const KINDS: Kind[] = [
  { kind: "none", title: "None", docs: "Nobody is asked who calls.", fields: [] },
  { kind: "inherit", title: "Inherit", docs: "As the folders above and the collection say.", fields: [] },
  {
    kind: "basic", title: "Basic", docs: "A user and a password in the header Authorization.",
    fields: [{ name: "username", title: "User" }, { name: "password", title: "Password", secret: true, hint: "{{env.PASSWORD}}" }],
  },
  {
    kind: "bearer", title: "Bearer", docs: "A token in the header Authorization.",
    fields: [{ name: "token", title: "Token", secret: true, hint: "{{token}}" }],
  },
  {
    kind: "api-key", title: "API key", docs: "A key in a header or in the query.",
    fields: [
      { name: "name", title: "Name", hint: "X-Api-Key", first: "X-Api-Key" },
      { name: "value", title: "Value", secret: true, hint: "{{env.API_KEY}}" },
      { name: "in", title: "Sent in", choices: ["header", "query"], first: "header" },
    ],
  },
  {
    kind: "oauth2", title: "OAuth 2.0", docs: "Client credentials: a token is fetched before connecting, used for all connections of a run, and fetched anew before it expires.",
    fields: [
      { name: "token-url", title: "Token URL", hint: "https://login.example/oauth/token" },
      { name: "client-id", title: "Client ID" },
      { name: "client-secret", title: "Client secret", secret: true, hint: "{{env.CLIENT_SECRET}}" },
      { name: "scopes", title: "Scopes", hint: "none; several with blanks between them" },
      { name: "audience", title: "Audience", hint: "none" },
      { name: "send", title: "Sent in", choices: ["header", "body"], first: "header" },
    ],
  },
  {
    kind: "digest", title: "Digest", docs: "A user and a password that are never sent as they are: an answer to the server's challenge (RFC 7616).",
    fields: [{ name: "username", title: "User" }, { name: "password", title: "Password", secret: true, hint: "{{env.PASSWORD}}" }],
  },
  {
    kind: "aws", title: "AWS Signature 4", docs: "The request is signed with the keys of an AWS account.",
    fields: [
      { name: "access-key", title: "Access key", hint: "AKIA…" },
      { name: "secret-key", title: "Secret key", secret: true, hint: "{{env.AWS_SECRET_ACCESS_KEY}}" },
      { name: "session-token", title: "Session token", secret: true, hint: "none; of temporary credentials" },
      { name: "region", title: "Region", hint: "eu-central-1" },
      { name: "service", title: "Service", hint: "execute-api, iotdevicegateway", first: "execute-api" },
      { name: "in", title: "Signed in", choices: ["header", "query"], first: "header" },
      { name: "expires", title: "Good for", hint: "5m", only: { field: "in", is: "query" } },
    ],
  },
];

/** The fields that are shown while they hold these values. */
export function fieldsOf(kind: Kind, values: Record<string, string>): Field[] {
  const said = (name: string) => values[name] ?? kind.fields.find((one) => one.name === name)?.first;
  return kind.fields.filter(({ only }) => only === undefined || said(only.field) === only.is);
}
