import { describe, expect, it } from 'vitest';
import { svgFault } from './svg-safety.ts';

describe('a drawing', () => {
  it.each([
    '<svg><path d="M0 0" stroke="currentColor"/><use href="#a"/><text>版本 1 = 好</text></svg>',
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n<svg>\t<path d="M0 0"/></svg>',
    '<?xml version="1.0"?><svg><style>.a { fill: url(#g) }</style><image href="data:image/png;base64,AAAA"/></svg>',
  ])('that only draws passes', (text) => {
    expect(svgFault(text)).toBeNull();
  });

  it.each([
    '<svg><script>1</script></svg>',
    '<svg><svg:script xlink:href="x"/></svg>',
    '<svg onload="x()"/>',
    '<svg><a href="javascript:x()"/></svg>',
    '<svg><image href="https://a.example/x.png"/></svg>',
    "<svg><use xlink:href='other.svg#a'/></svg>",
    '<svg><style>@import "x.css"</style></svg>',
    '<svg><style>.a { fill: url(https://a.example/x) }</style></svg>',
    '<svg><foreignObject/></svg>',
    '<svg xmlns:é="http://www.w3.org/2000/svg"><é:script>1</é:script></svg>',
    // In ISO-2022-JP these two escapes are nothing, and the element is a script.
    '<?xml version="1.0" encoding="ISO-2022-JP"?><svg><scr\u001b(Bipt>1</scr\u001b(Bipt></svg>',
    '<?xml version="1.0" encoding="utf-7"?><svg>+ADw-script+AD4-</svg>',
    '<svg><scr\u001b(Bipt>1</scr\u001b(Bipt></svg>',
    '<svg><set attributeName="href" to="javascript:x()"/></svg>',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    '<svg><image href="data:image/svg+xml;base64,AAAA"/></svg>',
  ])('%s is refused', (text) => {
    expect(svgFault(text)).not.toBeNull();
  });
});
