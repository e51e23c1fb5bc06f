import { idInput } from "../../inputs/fields";

/** A library folder; Gong decides what a blank one means (B30). */
export const folderIdInput = idInput({
  label: "Folder Id",
  required: false,
  comments: "ID of the folder, from List Library Folders.",
  placeholder: "3843152912968920037",
  example: "3843152912968920037",
  dataSource: "folders",
});
