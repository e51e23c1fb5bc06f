import { lineInput, textInput, urlInput } from "../../inputs/fields";

const url = "https://content.harbourline.example/doc_123456789";

/**
 * The content that an event is about. Views and shares need it; a custom action can be about
 * something else.
 */
export const contentInputs = <const Required extends boolean>(required: Required) => ({
  contentId: lineInput({
    label: "Content Id",
    required,
    comments: "Id of the content in the reporting system.",
    placeholder: "doc_123456789",
    example: "doc_123456789",
  }),
  contentUrl: urlInput({
    label: "Content Url",
    required,
    comments: "Web address by which the content is opened.",
    placeholder: url,
    example: url,
  }),
  contentTitle: textInput({
    label: "Content Title",
    required,
    comments: "Title of the content, for people to read.",
    placeholder: "Features and prices",
    example: "Features and prices, March 2026",
  }),
});
