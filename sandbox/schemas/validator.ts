import Ajv, { type ValidateFunction } from "ajv";
import type { FastifySchemaCompiler } from "fastify";
import { formats } from "./formats";

type Validate = ReturnType<FastifySchemaCompiler<object>>;

// Fastify's own would repair what it gets; a sandbox has to refuse it.
const ajv = new Ajv({
  removeAdditional: false,
  coerceTypes: false,
  useDefaults: false,
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
  formats,
});

/**
 * Validates what requests carry. A schema is compiled when the first request needs it, once for all
 * sandboxes of a process, since compiling them all takes longer than the rest of a start.
 */
export const compileValidator: FastifySchemaCompiler<object> = ({ schema }) => {
  let compiled: ValidateFunction | undefined;
  const validate: Validate = (data: unknown) => {
    // Ajv knows a schema again by its identity.
    compiled ??= ajv.compile(schema);
    const isValid = compiled(data);
    validate.errors = compiled.errors as Validate["errors"];
    return isValid;
  };
  return validate;
};
