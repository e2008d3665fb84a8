/**
 * The beginning of every variable that a document may choose: the name of the package's folder, which a person gave.
 * `agent-ref` -> `AGENT_REF_`.
 */
export function environmentPrefix(folder: string): string {
  const name = folder.toUpperCase().replace(/[^A-Z\d]+/g, "_");
  // A shell takes no name that begins with a digit.
  return name === "" ? "" : `${/^\d/.test(name) ? "_" : ""}${name.replace(/_$/, "")}_`;
}

/** `agentref` + `apiKey` -> `AGENTREF_API_KEY`; `undefined` where one of them has no letter for it. */
export function environmentName(folder: string, option: string): string | undefined {
  const word = option
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .replace(/^_|_$/g, "")
    .toUpperCase();
  const prefix = environmentPrefix(folder);
  return prefix === "" || word === "" ? undefined : `${prefix}${word}`;
}

/** Whether a text can be the name of a variable. */
export function isEnvironmentName(text: string): boolean {
  return /^[A-Z_][A-Z0-9_]{0,199}$/.test(text);
}

/** Why a document cannot choose a variable by itself. */
export type EnvironmentFault = "prefix" | "platform";

/** Whether a document may choose a variable; a person may choose any. */
export function environmentFault(folder: string, variable: string): EnvironmentFault | undefined {
  const prefix = environmentPrefix(folder);
  if (prefix === "" || !variable.startsWith(prefix) || variable.length === prefix.length) return "prefix";
  const isUsual = usual.has(variable.slice(prefix.length));
  return ofPlatforms.has(variable) && !isUsual ? "platform" : undefined;
}

/** What every vendor's variable may be called. */
const usual: ReadonlySet<string> = new Set(
  "ACCESS_TOKEN API_KEY CLIENT_ID CLIENT_SECRET PASSWORD USERNAME WEBHOOK_SECRET".split(" "),
);

/**
 * Variables that platforms and tools set for purposes of their own. A document does not choose one of them, not even for a
 * vendor of that name: many programs run with a `GITHUB_TOKEN` that its owner never meant for what a document describes.
 */
const ofPlatforms: ReadonlySet<string> = new Set(
  (
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_RUNTIME_TOKEN AWS_ACCESS_KEY_ID AWS_CONTAINER_AUTHORIZATION_TOKEN " +
    "AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN BUILDKITE_AGENT_ACCESS_TOKEN CI_DEPLOY_PASSWORD CI_JOB_JWT CI_JOB_TOKEN " +
    "CI_REGISTRY_PASSWORD CLOUDFLARE_API_TOKEN DATABASE_URL DOCKER_AUTH_CONFIG FLY_API_TOKEN GITHUB_PAT GITHUB_TOKEN " +
    "GITLAB_TOKEN GOOGLE_APPLICATION_CREDENTIALS HF_TOKEN NETLIFY_AUTH_TOKEN NODE_AUTH_TOKEN NODE_OPTIONS NPM_AUTH_TOKEN " +
    "NPM_TOKEN SENTRY_AUTH_TOKEN SSH_AUTH_SOCK SYSTEM_ACCESSTOKEN TF_TOKEN VAULT_TOKEN VERCEL_OIDC_TOKEN VERCEL_TOKEN"
  ).split(" "),
);
