/** The fields of a user that name a person. */
interface Named {
  readonly id: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly emailAddress?: string | null;
}

/** First and last name with the email address behind it, as far as Gong knows them. */
export function nameOf(user: Named): string {
  const name = fullNameOf(user);
  if (!name) return user.emailAddress || `User ${user.id}`;
  return user.emailAddress ? `${name} (${user.emailAddress})` : name;
}

/** First and last name, or nothing when Gong knows neither. */
export function fullNameOf({ firstName, lastName }: Named): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}
