import type { VideoContent } from "../shared/messages";

/** What the service reads of a video's page, and nothing of who watches it. */
export interface Submission {
  readonly player?: unknown;
  readonly next?: unknown;
}

type Json = Record<string, unknown>;

const nextParts = ["engagementPanels", "playerOverlays"];
const playerParts = ["videoDetails", "microformat", "playabilityStatus", "captions", "paidContentOverlay"];

// What the viewer subscribed to, liked or may do; identifiers of this very visit.
const personal: ReadonlySet<string> = new Set([
  "trackingParams", "clickTrackingParams", "loggingDirectives", "loggingContext", "visitorData", "videoActions", "subscribeButton", "subscriptionButton", "notificationPreferenceButton",
  "menu", "likeStatus", "subscribed", "serviceEndpoint", "dismissCommand", "feedbackEndpoint", "baseUrl", "createRenderer", "comments",
]);

/** Leaves out what the service does not need: recommendations, streams, the state of an account. Null when nothing readable is left. */
export function submissionOf({ player, next }: VideoContent): Submission | null {
  const playerJson = parse(player);
  const nextJson = parse(next);
  const kept: { player?: unknown; next?: unknown } = {};

  if (playerJson !== null) {
    const parts = Object.fromEntries(playerParts.filter(part => part in playerJson).map(part => [part, playerJson[part]]));
    kept.player = { ...without(parts, 0) as Json, ...picturesOf(playerJson) };
  }

  if (nextJson !== null) {
    kept.next = without({ ...resultsOf(nextJson), ...Object.fromEntries(nextParts.filter(part => part in nextJson).map(part => [part, nextJson[part]])) }, 0);
  }

  return kept.player === undefined && kept.next === undefined ? null : kept;
}

// Beside the results stand the recommendations. Whose page it is stands outside of them.
function resultsOf(next: Json): Json {
  const results = at(next, "contents", "twoColumnWatchNextResults", "results");
  const videoId = at(next, "currentVideoEndpoint", "watchEndpoint", "videoId");
  return {
    ...(results === undefined ? {} : { contents: { twoColumnWatchNextResults: { results } } }),
    ...(videoId === undefined ? {} : { currentVideoEndpoint: { watchEndpoint: { videoId } } }),
  };
}

// Of the streams, whose addresses carry the viewer's own, only how large their pictures are.
function picturesOf(player: Json): Json {
  const sizes = (name: string): unknown[] => {
    const formats = at(player, "streamingData", name);
    return Array.isArray(formats) ? formats.filter(isObject).map(({ width, height }) => ({ width, height })) : [];
  };
  return isObject(player["streamingData"]) ? { streamingData: { formats: sizes("formats"), adaptiveFormats: sizes("adaptiveFormats") } } : {};
}

function parse(text: unknown): Json | null {
  try {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : null;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);
}

function without(value: unknown, depth: number): unknown {
  if (depth > 60) {
    return null;
  }

  if (Array.isArray(value)) {
    return value.map(item => without(item, depth + 1));
  }

  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !personal.has(name)).map(([name, inner]) => [name, without(inner, depth + 1)]))
    : value;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
