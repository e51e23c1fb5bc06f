import type { InputDefinition, Item } from "../../shared/catalog";

/** What every kind of field gets. */
export interface FieldProps {
  readonly item: Item;
  readonly input: InputDefinition;
  /** Id of the element that takes the focus. */
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Id of the comment below the field. */
  readonly describedBy?: string;
  readonly isInvalid?: boolean;
}
