import type { FastifyInstance } from "fastify";
import type { SandboxState } from "../state";
export function registerControl(_app: FastifyInstance, _state: SandboxState): void {}
