export { problemsOf } from "./check";
export { allSteps, type Integration, readDefinition } from "./definition";
export { changedExample, exampleFiles, examplesFolder, exampleText } from "./files";
export { type Stage, startStage } from "./stage";
