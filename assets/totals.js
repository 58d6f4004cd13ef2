"use strict";

// The rule of etl/totals for the browser, where filtering works without a request. Both are run on
// the same cases by a test, so a change here needs the same change there.
globalThis.borderFigures = globalThis.borderFigures || {};

(() => {
  const ROUGH = ["about", "estimate"];
  const BOUNDED = ["at-least", "at-most"];
  const MILLISECONDS_A_DAY = 86_400_000;
  const EVERYWHERE = "";

  const refusal = (reason, ids = [], bases = []) => ({ kind: "refusal", reason, ids, bases });
  const idsOf = (claims) => claims.map((claim) => claim.id);
  const sum = (claims, key) => claims.reduce((soFar, claim) => soFar + (claim[key] ?? 0), 0);

  function wayUp(tree, node) {
    const way = [];
    for (let at = node ?? null; at !== null; at = tree[at] ?? null) way.push(at);
    return way;
  }

  // For each id the highest of itself and its wholes that is chosen, or null.
  function topmost(partOf, chosen) {
    const tops = new Map();
    for (const start of partOf.keys()) {
      const way = [];
      let at = start;
      for (; partOf.has(at) && !tops.has(at); at = partOf.get(at)) way.push(at);
      let top = tops.get(at) ?? null;
      for (const id of way.reverse()) {
        if (top === null && chosen.has(id)) top = id;
        tops.set(id, top);
      }
    }
    return tops;
  }

  // The same, but a rival around the preferred answer stands for none of its parts.
  function topmostSettled(claims, chosen) {
    const partOf = new Map(claims.map((claim) => [claim.id, claim.part_of ?? null]));
    const tops = topmost(partOf, chosen);
    const questions = new Map(claims.map((claim) => [claim.id, claim.question ?? null]));
    const yielding = new Set();
    for (const { id, rank, question } of claims) {
      const inRival = question && tops.get(id) !== id && questions.get(tops.get(id)) === question;
      if (!inRival || !chosen.has(id) || rank !== "preferred") continue;
      for (let above = partOf.get(id); partOf.has(above); above = partOf.get(above)) {
        if (chosen.has(above) && questions.get(above) === question) yielding.add(above);
      }
    }
    if (!yielding.size) return tops;
    const settled = topmost(partOf, new Set([...chosen].filter((id) => !yielding.has(id))));
    for (const rival of yielding) settled.set(rival, rival);
    return settled;
  }

  function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
      const key = keyOf(item) ?? null;
      if (key === null) continue;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
    return [...groups.values()];
  }

  // Which rival answers give way to which preferred one, and which are left without one.
  function settleRivals(roots) {
    const aside = new Map();
    const unsettled = new Set();
    for (const rivals of groupBy(roots, (claim) => claim.question)) {
      if (rivals.length === 1) continue;
      const preferred = rivals.filter((claim) => claim.rank === "preferred");
      for (const { id } of rivals) {
        if (preferred.length !== 1) unsettled.add(id);
        else if (id !== preferred[0].id) aside.set(id, preferred[0].id);
      }
    }
    return { aside, unsettled };
  }

  function checkBases(claims) {
    const bases = [...new Set(claims.map((claim) => claim.basis))];
    return bases.length > 1 ? refusal("bases", idsOf(claims), bases) : null;
  }

  function checkDates(claims, maxGapDays) {
    const undated = claims.filter((claim) => !claim.start || !claim.end);
    if (undated.length) return refusal("undated", idsOf(undated));
    const day = (iso) => Date.parse(iso) / MILLISECONDS_A_DAY;
    // Not spread into Math.min: a call takes only so many arguments.
    const firstEnd = claims.reduce((least, claim) => Math.min(least, day(claim.end)), Infinity);
    const lastStart = claims.reduce((most, claim) => Math.max(most, day(claim.start)), -Infinity);
    const distant = claims.filter(
      ({ start, end }) => Math.max(day(start) - firstEnd, lastStart - day(end)) > maxGapDays,
    );
    return distant.length ? refusal("dates", idsOf(distant)) : null;
  }

  // Each claim leaves a mark at its node and under every node on its way up, in all three trees, and then
  // asks who is at a node on its way up or under its node. It finds itself eight times; more is another.
  function samePlaces(claims, agencies, regions) {
    const marks = new Map();
    const pairs = (ones, others) => ones.flatMap((one) => others.map((other) => one + "\n" + other));
    const left = (way) => ["at " + way[0], ...way.map((node) => "under " + node)];
    const asked = (way) => ["under " + way[0], ...way.map((node) => "at " + node)];
    const places = claims.map(({ id, agency, region, command }) => {
      return [id, wayUp(agencies, agency), [...wayUp(regions, region), EVERYWHERE], [...wayUp({}, command), EVERYWHERE]];
    });
    for (const [, ...ways] of places) {
      for (const mark of ways.map(left).reduce(pairs)) marks.set(mark, (marks.get(mark) ?? 0) + 1);
    }
    const found = ([, ...ways]) =>
      ways.map(asked).reduce(pairs).reduce((times, mark) => times + (marks.get(mark) ?? 0), 0);
    return places.filter((place) => found(place) > 8).map(([id]) => id);
  }

  function checkOverlap(counted, claims, holders, agencies, regions) {
    const overlapping = new Set(samePlaces(counted, agencies, regions));
    const held = claims.filter((claim) => holders.has(claim.id));
    for (const answers of groupBy(held, (claim) => claim.question)) {
      const several = new Set(answers.map((claim) => holders.get(claim.id)));
      if (several.size > 1) several.forEach((id) => overlapping.add(id));
    }
    const found = counted.filter(({ id }) => overlapping.has(id));
    if (!found.length) return null;
    const lastStart = found.reduce((most, { start }) => (start > most ? start : most), found[0].start);
    const shareADay = found.every(({ end }) => end >= lastStart);
    return refusal(shareADay ? "overlap" : "repeated", idsOf(found));
  }

  function add(claims, hedges) {
    const kinds = new Set(claims.map((claim) => claim.qualifier));
    const rough = ROUGH.some((kind) => kinds.has(kind));
    const only = (...allowed) => [...kinds].every((kind) => allowed.includes(kind));
    const added = (value, low, high, qualifier) => {
      const hedge = claims.length === 1 ? claims[0].hedge : (hedges[qualifier] ?? "");
      return { kind: "total", value, low, high, qualifier, hedge, approximate: rough };
    };
    if (claims.length === 1) {
      const { value, low, high, qualifier } = claims[0];
      return added(value, low ?? null, high ?? null, qualifier);
    }
    const low = sum(claims, "low");
    const high = sum(claims, "high");
    const bounded = BOUNDED.filter((kind) => kinds.has(kind));
    if (rough) {
      if (bounded.length === 2) {
        return refusal("open-bounds", idsOf(claims.filter((claim) => BOUNDED.includes(claim.qualifier))));
      }
      const unbounded = only("estimate", "exact") ? "estimate" : "about";
      return added(sum(claims, "value"), low || null, null, bounded[0] ?? unbounded);
    }
    if (only("exact")) return added(low, low, high, "exact");
    if (kinds.has("at-least")) return added(low, low, null, "at-least");
    if (only("at-most")) return added(high, null, high, "at-most");
    return added(low, low, high, "range");
  }

  /**
   * Counts each person in the selected figures once, or says why that can't be done.
   *
   * @param {Iterable<string>} selectedIds figures to count; a RangeError names one that no claim has
   * @param {Array<object>} claims all figures, with the field names of etl.totals.Claim, dates as
   *   ISO strings, null for none
   * @param {Object<string, ?string>} agencies each agency's parent
   * @param {Object<string, ?string>} [regions] each region's parent
   * @param {number} [maxGapDays] how far apart in days the dates of two figures may be
   * @param {Object<string, string>} [hedges] words before a sum, by its qualifier
   * @returns {object} etl.totals.as_json of the total, or of the refusal
   */
  globalThis.borderFigures.total = function total(
    selectedIds, claims, agencies, regions = {}, maxGapDays = 31, hedges = {},
  ) {
    const chosen = new Set(selectedIds);
    const tops = topmostSettled(claims, chosen);
    for (const id of chosen) if (!tops.has(id)) throw new RangeError(id);
    const roots = claims.filter((claim) => tops.get(claim.id) === claim.id);
    if (!roots.length) return refusal("nothing");
    const { aside, unsettled } = settleRivals(roots);
    if (unsettled.size) return refusal("rivals", idsOf(roots).filter((id) => unsettled.has(id)));
    const holders = new Map();
    for (const [id, top] of tops) if (top !== null) holders.set(id, aside.get(top) ?? top);
    const counted = roots.filter((claim) => !aside.has(claim.id));
    const refused = checkBases(counted) ?? (counted.length === 1 ? null
      : checkDates(counted, maxGapDays) ?? checkOverlap(counted, claims, holders, agencies, regions));
    const added = refused ?? add(counted, hedges);
    if (added.kind === "refusal") return added;
    const parts = claims.filter(({ id }) => chosen.has(id) && tops.get(id) !== id);
    return {
      ...added,
      basis: counted[0].basis,
      counted: idsOf(counted),
      inside: parts.map(({ id }) => [id, tops.get(id)]),
      set_aside: roots.filter(({ id }) => aside.has(id)).map(({ id }) => [id, aside.get(id)]),
    };
  };
})();
