/** References to a person, as both listings give them. */
const references = {
  calls: [
    {
      id: "7782342274025937895",
      status: "COMPLETED",
      externalSystems: [
        {
          system: "Salesforce",
          objects: [{ objectType: "Task", externalId: "0013601230sV7grAAC" }],
        },
      ],
    },
  ],
  emails: [
    {
      id: "223mjfaaqqjuegabiyrmpctvcwwl75oz",
      from: "robin.vale@northmoor.example",
      sentTime: "2026-03-01T09:00:00-07:00",
      mailbox: "ada.quill@harbourline.example",
      messageHash: "l3z7w2s7oircdabnkwizmycm6g2uwznc",
    },
  ],
  meetings: [{ id: "8059707022269524529.sb5gr1tgpt5dd799eh035rb3dk_2026-03-01T16:00:00Z" }],
  customerData: [
    {
      system: "Salesforce",
      objects: [
        {
          id: "7782342274025937896",
          objectType: "Contact",
          externalId: "0013601230sV7grAAD",
          mirrorId: '{"integrationId":"262834820328732","crmObjectType":"CONTACT"}',
          fields: [{ name: "name", value: "Robin Vale" }],
        },
      ],
    },
  ],
};

/** References to a phone number for example payloads. */
export const examplePhoneReferences = {
  suppliedPhoneNumber: "+14255550142",
  matchingPhoneNumbers: ["+1 425-555-0142"],
  emailAddresses: ["robin.vale@northmoor.example"],
  ...references,
};

/** References to an email address for example payloads. */
export const exampleEmailReferences = {
  ...references,
  customerEngagement: [
    {
      eventType: "contentViewed",
      timestamp: "2026-03-02T10:15:00Z",
      contentId: "7782342274025937897",
      contentUrl: "https://offers.harbourline.example/7f3a",
      reportingSystem: "Harbourline Offers",
      eventName: "Offer viewed",
      sourceEventId: "7f3a-1",
    },
  ],
};
