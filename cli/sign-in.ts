/** The sign-in of commands without a stack: the environment alone configures them. */
import { readConfiguration, type Configuration } from "../provider/configuration";

/**
 * @param command its `--help` names the variables: `adopt`
 * @throws BluedotError with the name of a variable that is missing or wrong
 */
export function signInFor(
  command: string,
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  return readConfiguration(() => undefined, environment, {
    origin: "environment",
    advice: `Set it in the environment; \`pulumi-bluedot ${command} --help\` names what it needs`,
  });
}

/** For the help of a command that reads the account. */
export const signInHelp =
  "It signs in with BLUEDOT_EMAIL, BLUEDOT_PASSWORD and BLUEDOT_REGION (or BLUEDOT_ENDPOINT), and only reads.";
