// For browsers below the floor (Chromium 111, Safari 16.4): the shelf as a list of links to its plain HTML, which any
// browser shows. Loaded by index.html instead of the app; old syntax throughout.
(function () {
  var box = document.getElementById('app');
  document.documentElement.style.backgroundColor = '#f8f3e8';
  document.body.style.backgroundColor = '#f8f3e8';
  box.style.cssText = 'max-width:40em;margin:0 auto;padding:1em;font:1.5em/1.8 sans-serif;color:#221d17';

  function add(parent, name, text) {
    var element = document.createElement(name);
    if (text) element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
    return element;
  }

  function read(url, then) {
    var request = new XMLHttpRequest();
    request.addEventListener('load', function () {
      if (request.status === 200) then(JSON.parse(request.responseText));
    });
    request.open('GET', url);
    request.send();
  }

  /** `href` as the document at `base` means it. */
  function resolve(base, href) {
    var link = document.createElement('a');
    if (/^[a-z]+:|^\//i.test(href)) link.href = href;
    else link.href = base.replace(/[^/]*$/, '') + href;
    return link.href;
  }

  function showIssue(list, base, publication) {
    var item = add(list, 'li');
    add(item, 'strong', publication.metadata.title);
    var self = publication.links.filter(function (link) {
      return link.rel === 'self';
    })[0];
    if (!self) return;
    var address = resolve(base, self.href);
    read(address, function (manifest) {
      var pieces = add(item, 'ul');
      manifest.readingOrder.forEach(function (link) {
        var anchor = add(add(pieces, 'li'), 'a', link.title);
        anchor.href = resolve(address, link.href);
        anchor.style.cssText = 'display:inline-block;min-height:48px;color:#0c464d;text-decoration:underline';
      });
    });
  }

  add(box, 'h1', '同页');
  add(box, 'p', '这个浏览器太旧，打不开同页。您还可以看下面的文字版；换一个新的浏览器，就能看手语和字幕。');
  var config = document.getElementById('shelf');
  if (!config) return;
  var base = resolve(location.href, JSON.parse(config.textContent).url);
  read(base + 'opds.json', function (feed) {
    (feed.groups || []).forEach(function (group) {
      add(box, 'h2', group.metadata.title);
      var list = add(box, 'ul');
      (group.publications || []).forEach(function (publication) {
        showIssue(list, base, publication);
      });
    });
  });
})();
