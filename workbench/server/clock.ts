const RealDate = Date;
let ahead = 0;

/** Moves what this process takes for the time. Timers and `performance` go on as they are. */
export function moveClock(milliseconds: number): void {
  ahead = milliseconds;
}

/** Has every `Date` of this process follow {@link moveClock}. */
export function installClock(): void {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [movedNow()], newTarget),
    apply: () => new RealDate(movedNow()).toString(),
    get: (target, name, receiver) =>
      name === "now" ? movedNow : Reflect.get(target, name, receiver),
  });
}

function movedNow(): number {
  return RealDate.now() + ahead;
}
