// Writes src/shared/contract.ts from the service's contract. Our own forty lines: openapi-typescript stands on a compiler interface that TypeScript 7 no longer has.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
}

interface Contract {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const source = fileURLToPath(new URL("../../api/openapi.json", import.meta.url));
export const target = fileURLToPath(new URL("../src/shared/contract.ts", import.meta.url));

/** The contract's schemas as TypeScript, in the contract's order. */
export function writeContract(): string {
  const { components } = JSON.parse(readFileSync(source, "utf8")) as Contract;
  const types = Object.entries(components.schemas).map(([name, schema]) => declare(name, schema));
  return `// Made from api/openapi.json by \`npm run contract\`. Do not edit; a test compares.\n\n${types.join("\n\n")}\n`;
}

function declare(name: string, schema: Schema): string {
  const comment = schema.description === undefined ? "" : `/** ${schema.description} */\n`;
  return schema.properties === undefined
    ? `${comment}export type ${name} = ${typeOf(schema)};`
    : `${comment}export interface ${name} {\n${Object.entries(schema.properties).map(([key, value]) => member(key, value, schema)).join("\n")}\n}`;
}

// Left out by the service where unknown: whatever is not required may be absent, whether or not it may be null.
function member(key: string, schema: Schema, owner: Schema): string {
  const comment = schema.description === undefined ? "" : `  /** ${schema.description} */\n`;
  const mark = owner.required?.includes(key) === true ? "" : "?";
  return `${comment}  readonly ${/^\w+$/.test(key) ? key : JSON.stringify(key)}${mark}: ${typeOf(schema)};`;
}

function typeOf(schema: Schema): string {
  const plain = plainTypeOf(schema);
  return schema.nullable === true ? `${plain} | null` : plain;
}

function plainTypeOf(schema: Schema): string {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;

  if (reference !== undefined) {
    return reference.slice(reference.lastIndexOf("/") + 1);
  }

  if (schema.enum !== undefined) {
    return schema.enum.map(value => JSON.stringify(value)).join(" | ");
  }

  switch (schema.type) {
    case "array":
      return `ReadonlyArray<${schema.items === undefined ? "unknown" : typeOf(schema.items)}>`;
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
      return schema.type;
    case "object":
      return `Readonly<Record<string, ${typeof schema.additionalProperties === "object" ? typeOf(schema.additionalProperties) : "unknown"}>>`;
    default:
      return "unknown";
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(target, writeContract());
}
