import { rulesInput } from "../../automationRules/inputs";
import type { Rule } from "../../automationRules/readRules";
import { connectionInput } from "../../inputs/connection";
import { booleanInput, choiceInput, urlInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { publicKeyInput } from "./publicKey";

const rules = rulesInput(
  false,
  "Rules with conditions on the call. gong.matchedRules holds the names of those that match. Events that match none pass too; Evaluate Automation Rules routes them.",
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
      "Refuse every event while Webhook Public Key is blank, so that a key that is missing by mistake does not leave the flow open.",
  }),
  webhookUrl: urlInput({
    label: "Webhook URL",
    comments:
      "The URL exactly as it stands in Gong, query string included. You need it only where a proxy between Gong and the flow rewrites URLs. Blank means the URL that was called.",
    example: "https://hooks.example.com/gong?tenant=7",
  }),
  connection: {
    ...connectionInput,
    required: false,
    comments:
      "Only for its Private Calls switch: when that is off, events of private calls arrive without the call, with gong.leftOut set. Blank delivers them.",
  },
  testEvents: choiceInput({
    label: "Test Events",
    default: "pass",
    comments:
      "What to do with the events that Test now in Gong sends: a real call, marked as a test. A refused one ends the run with an error.",
    example: "pass",
    choices: { pass: "Let them pass", refuse: "Refuse them" },
  }),
};
