import type { User } from "../operations/answers";
import { listUsers } from "../operations/users";
import { isText, picker, readAll } from "./picker";

/** Lists the company's users to pick one from. */
export const users = picker({
  noun: "User",
  description: "Pick a user of your company. Active users come first.",
  reads: [listUsers],
  list: async (client) => {
    const found = await readAll<User>(client, listUsers);
    return found.map((user) => ({
      key: user.id,
      name: fullNameOf(user),
      detail: user.emailAddress,
      note: user.active === false && "inactive",
    }));
  },
  example: [
    { key: "234599484848423", label: "Ada Quill (ada.quill@harbourline.example)" },
    { key: "563515258458745", label: "Noor Hale (noor.hale@harbourline.example), inactive" },
  ],
});

/** First and last name, as far as Gong knows them. */
export function fullNameOf({ firstName, lastName }: User): string {
  return [firstName, lastName].filter(isText).join(" ");
}
