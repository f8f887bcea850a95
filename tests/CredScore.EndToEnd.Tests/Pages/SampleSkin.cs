namespace CredScore.EndToEnd.Tests.Pages;

/// <summary>What a skin of MediaWiki puts around title and text, in its real markup.</summary>
/// <param name="BodyClass">Its classes of the page's body.</param>
/// <param name="Before">From the body to the title.</param>
/// <param name="Between">From the title to the text.</param>
/// <param name="After">From the text to the body's end.</param>
internal sealed record SampleSkin(string BodyClass, string Before, string Between, string After)
{
    public static SampleSkin Vector2022 { get; } = new(
        "skin-vector skin-vector-2022",
        """<main id="content" class="mw-body"><header class="mw-body-header vector-page-titlebar">""",
        """</header><div id="bodyContent" class="vector-body"><div id="siteSub" class="noprint">From Wikipedia, the free encyclopedia</div>""",
        "</div></main>");

    public static SampleSkin VectorLegacy { get; } = new(
        "skin-vector skin-vector-legacy",
        """<div id="mw-page-base"></div><main id="content" class="mw-body" role="main"><div class="mw-indicators"></div>""",
        """<div id="bodyContent" class="vector-body"><div id="siteSub" class="noprint">From Wikipedia, the free encyclopedia</div><div id="contentSub"></div>""",
        "</div></main>");

    public static SampleSkin MonoBook { get; } = new(
        "skin-monobook",
        """<div id="globalWrapper"><div id="column-content"><main id="content" class="mw-body"><div class="mw-indicators"></div>""",
        """<div id="bodyContent" class="monobook-body"><div id="siteSub">From Wikipedia, the free encyclopedia</div>""",
        "</div></main></div></div>");

    public static SampleSkin Timeless { get; } = new(
        "skin-timeless",
        """<div id="mw-wrapper"><div id="mw-content-container"><div id="mw-content-block"><main id="content" class="mw-body"><div class="mw-indicators"></div>""",
        """<div id="bodyContentOuter"><div id="siteSub">From Wikipedia, the free encyclopedia</div><div id="bodyContent">""",
        "</div></div></main></div></div></div>");

    /// <summary>The mobile site's.</summary>
    public static SampleSkin Minerva { get; } = new(
        "skin-minerva",
        """<div id="mw-mf-viewport"><div id="mw-mf-page-center"><main id="content" class="mw-body"><div class="pre-content heading-holder"><div class="page-heading">""",
        """<div class="tagline"></div></div><ul id="p-associated-pages" class="minerva__tab-container"></ul></div><div id="bodyContent" class="content">""",
        "</div></main></div></div>");

    public override string ToString() => BodyClass.Split('-')[^1];
}
