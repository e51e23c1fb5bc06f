import { memo } from "react";
import type { InputDefinition, Item } from "../../shared/catalog";
import { idOf, presets } from "../../shared/catalog";
import { setValue, useStore } from "../store";
import { Field } from "./Field";
import { useShownRefusal } from "./refusals";

/** An input of an item with its value in the store. */
export const InputRow = memo(function InputRow(props: { item: Item; input: InputDefinition }) {
  const { item, input } = props;
  const value = useStore(({ values }) => (values[idOf(item)] ?? presets(item))[input.key]);
  const refusal = useShownRefusal(item, input);
  return (
    <Field
      item={item}
      input={input}
      id={`input-${input.key}`}
      value={value}
      refusal={refusal}
      onChange={(next) => setValue(item, input.key, next)}
    />
  );
});
