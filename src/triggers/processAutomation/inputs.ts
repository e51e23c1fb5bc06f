import { rulesInput } from "../../automationRules/inputs";
import type { Rule } from "../../automationRules/readRules";
import { connectionInput } from "../../inputs/connection";
import { booleanInput, choiceInput, urlInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { publicKeyInput } from "./publicKey";

const rules = rulesInput(
  false,
  "Rules with conditions on the call. The names of the rules that match are in gong.matchedRules. Events that match none start the flow too; use Evaluate Automation Rules to route them.",
);

/** What builders see of the trigger. */
export const inputs = {
  rules: {
    ...rules,
    /** Flows of the public component hold any value here, which must not stop them (B10). */
    clean: (value: unknown): readonly Rule[] | InputError => {
      try {
        return rules.clean(value) ?? [];
      } catch (error) {
        if (error instanceof InputError) return error;
        throw error;
      }
    },
  },
  webhookPublicKey: publicKeyInput,
  requireSignature: booleanInput({
    label: "Require Signature",
    default: "false",
    comments:
      "Refuse every event while Webhook Public Key is blank, so that a missing key does not leave the flow open.",
  }),
  webhookUrl: urlInput({
    label: "Webhook URL",
    comments:
      "The URL exactly as you entered it in Gong, including the query string. You need it only if a proxy between Gong and the flow rewrites URLs. Blank means the URL that was called.",
    example: "https://hooks.example.com/gong?tenant=7",
  }),
  connection: {
    ...connectionInput,
    required: false,
    comments:
      "Used only for its Private Calls switch. When that is off, events about private calls arrive without the call and with gong.leftOut set. Blank delivers them whole.",
  },
  testEvents: choiceInput({
    label: "Test Events",
    default: "pass",
    comments:
      "What to do with events from Test now in Gong: a real call, marked as a test. Refusing one ends the run with an error.",
    example: "pass",
    choices: { pass: "Let them pass", refuse: "Refuse them" },
  }),
};
