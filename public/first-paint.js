// Runs before the first paint, so that nobody sees the wrong theme or the wrong Han glyphs.
// A file of its own and not inline, because the policy of the page allows no inline script.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('liuke.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    var language = localStorage.getItem('liuke.language');
    if (language === 'en' || language === 'zh-Hans' || language === 'zh-Hant') root.lang = language;
  } catch {
    // Storage may be switched off; then the device's theme and English are right.
  }
  // connect-src does not cover WebRTC. Nothing here needs it, so it is taken away.
  delete window.RTCPeerConnection;
  delete window.webkitRTCPeerConnection;
})();
