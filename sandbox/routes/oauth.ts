import type { FastifyInstance } from "fastify";
import type { SandboxState } from "../state";
export function registerOAuth(_app: FastifyInstance, _state: SandboxState): void {}
