import { describeDropIn, same } from "../support/dropInTable";
import { all, asJson, crm, moments, people, row } from "../support/dropInValues";

const inputs = {
  reportingSystem: "s",
  eventTimestamp: "2026-03-01T09:00:00Z",
  contentId: "c",
  contentUrl: "u",
  contentTitle: "t",
};
const views = { action: "customViewedEvent", inputs };
const shares = { action: "customSharedEvent", inputs };
const acts = { action: "customActionEvent", inputs };

const properties = [
  { name: "Price", value: 1.5, dataType: "currency" },
  { name: "Pages", value: "", dataType: "number", unit: "A4" },
  { name: "Until", value: "soon", dataType: "date" },
];

describeDropIn("What flows send through the public component's events, these send too", [
  ...[views, shares, acts].flatMap((on) => [
    row("B12, B27: CRM objects that Gong does not name", on, "crmContext", asJson(crm, [])),
    row("B12, B27: a sharer of any shape", on, "sharer", asJson(...people)),
    row("B12, B27: people of any shape", on, "nonCompanyParticipants", asJson(people)),
    row("B12, B27: properties of any type", on, "contentProperties", asJson(properties)),
    row("B12, B27: properties of any type", on, "eventProperties", asJson(properties)),
    row(
      "B27: the text null means not given",
      on,
      "sharer",
      all(["null", " null ", null], undefined),
    ),
    row("B27: the text null means not given", on, "crmContext", all(["null", "", null], undefined)),
    row("B28: line breaks and odd characters", on, "eventId", same("a\nb\u0000", " e ", "🎉")),
    row("B28: long texts", on, "userAgent", same("x".repeat(200_000), "Mozilla\r\nX: 1")),
    row("B13: a platform of tomorrow", on, "agentPlatform", [
      ["BeOS", "BeOS"],
      ["macos", "MacOS"],
    ]),
    row("B15: an address of any form", on, "moreInfoUrl", same("javascript:1", "a b", "/x")),
    row("B15: an address of any form", on, "contentUrl", same("doc 7", "file:///x")),
    row("B16: a date in any form", on, "eventTimestamp", moments),
  ]),
  row("B12, B27: a viewer of any shape", views, "viewer", asJson(...people)),
  row("B12, B27: an actor of any shape", acts, "actor", asJson(...people)),
  row("B12, B27: recipients of any shape", shares, "recipients", asJson(people)),
]);
