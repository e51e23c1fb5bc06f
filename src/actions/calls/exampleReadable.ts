/** A readable transcript for example payloads. */
export const exampleReadable = {
  callId: "7782342274025937895",
  title: "Pricing review with Northmoor",
  started: "2026-03-01T09:00:12.482-07:00",
  url: "https://app.gong.io/call?id=7782342274025937895",
  duration: 1804,
  isPrivate: false,
  speakers: [
    {
      speakerId: "6432345678555530067",
      name: "Ada Quill",
      affiliation: "Internal",
      title: "Account Executive",
      emailAddress: "ada.quill@harbourline.example",
      userId: "234599484848423",
    },
    {
      speakerId: "6432345678555530068",
      name: "Robin Vale",
      affiliation: "External",
      title: "Head of Purchasing",
      emailAddress: "robin.vale@northmoor.example",
      userId: null,
    },
  ],
  text: "Ada Quill: Thanks for joining. Shall we look at the offer?\nRobin Vale: Yes, please.",
};
