import assert from "node:assert/strict";
import { test } from "node:test";
import { channelOn, hasCaughtUp, readYouTubePage } from "../../src/content/youtube-page";
import { readInline } from "../../src/content/video-content";
import { open, watchPage } from "../support/pages";

const id = "c4r3dSc0rE1";
const address = `https://www.youtube.com/watch?v=${id}`;

for (const [path, key] of [[`/watch?v=${id}`, `youtube:${id}`], [`/watch?v=${id}&list=PL1&index=3&t=90`, `youtube:${id}`], [`/shorts/${id}`, `youtube:${id}`], [`/live/${id}`, `youtube:${id}`],
  [`/embed/${id}`, null], ["/results?search_query=x", null], ["/@TestClinic", null], ["/", null], ["/watch?list=PL1", null]] as const) {
  test(`Takes ${path} for ${key ?? "no video"}`, () => assert.equal(readYouTubePage(new URL(path, "https://www.youtube.com").href)?.address.key ?? null, key));
}

test("Does not take the former video's elements for the new one's", () => {
  const { document } = open(address, watchPage("formerVideo"));
  assert.equal(hasCaughtUp(document, id), false);
  document.querySelector("ytd-watch-flexy")!.setAttribute("video-id", id);
  assert.equal(hasCaughtUp(document, id), true);
  document.querySelector("ytd-watch-flexy")!.setAttribute("hidden", "");
  assert.equal(hasCaughtUp(document, id), false);
});

test("Reads the channel's handle or id", () => {
  assert.equal(channelOn(open(address, watchPage(id)).document), "@TestClinic");
  assert.equal(channelOn(open(address, watchPage(id, { channel: "channel/UC0123456789abcdefghij01" })).document), "UC0123456789abcdefghij01");
});

const inline = (video: string): string => `<script>var ytInitialPlayerResponse = {"videoDetails":{"videoId":"${video}","title":"a };var b"}};var meta = document.createElement('meta');</script><script>var ytInitialData = {"currentVideoEndpoint":{"watchEndpoint":{"videoId":"${video}"}}};</script>`;

test("Reads the page's own scripts when they are about this video", () => {
  const content = readInline(open(address, watchPage(id, { scripts: inline(id).replace("a };var b", "a") })).document, id);
  assert.deepEqual(JSON.parse(content!.player as string), { videoDetails: { videoId: id, title: "a" } });
  assert.deepEqual(JSON.parse(content!.next as string), { currentVideoEndpoint: { watchEndpoint: { videoId: id } } });
});

test("Leaves the scripts of the tab's first video alone", () => {
  assert.equal(readInline(open(address, watchPage(id, { scripts: inline("formerVideo") })).document, id), null);
  assert.equal(readInline(open(address, watchPage(id)).document, id), null);
});
