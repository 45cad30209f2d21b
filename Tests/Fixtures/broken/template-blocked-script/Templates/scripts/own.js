// import "https://example.org/comment.js";
import { chart } from "https://example.org/chart.js";
import "./trusted.js";

const help = "https://example.org/help";
fetch("/counts.json");
fetch(`https://example.org/counts?page=${location.pathname}`);
navigator.sendBeacon('//example.org/beacon', help);
new Worker("https://example.org/worker.js");
import("https://example.org/later.js");
importScripts("https://example.org/old.js");
document.createElement("img").src = "https://example.org/pixel.gif";
open("https://example.org/", "_blank");
new XMLHttpRequest().open("GET", "https://example.org/data");
document.body.innerHTML = "<p>Text</p>";
eval("chart(1)");
