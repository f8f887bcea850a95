using AngleSharp.Dom;

namespace CredScore.Scoring.Documents;

/// <summary>Categories, and the badges that say the same.</summary>
internal sealed partial class HtmlPageFacts
{
    /// <summary>Categories from wherever the form keeps them; null when it hides them.</summary>
    public IReadOnlyList<string>? Categories
        => _script?.Texts("wgCategories") ?? (_categories.Count > 0 || _hasCategoryBox || (IsParsoid && !IsMobile) ? _categories : null);

    /// <summary>Good and featured marks, from the indicators or from the categories that say the same; null when the form hides both.</summary>
    public IReadOnlyList<string>? Badges
    {
        get
        {
            var categories = Categories;

            if (_indicators is null && categories is null)
            {
                return null;
            }

            var badges = new List<string>(_indicators ?? []);
            AddBadge(badges, categories, "Featured articles", "featured");
            AddBadge(badges, categories, "Featured lists", "featured");
            AddBadge(badges, categories, "Good articles", "good");
            return badges;
        }
    }

    private void ReadIndicators(Element indicators)
    {
        _indicators ??= [];

        for (var i = 0; i < indicators.Nodes.Length; i++)
        {
            if (indicators.Nodes[i] is Element { Id: { } id })
            {
                AddIndicator(id);
            }
        }
    }

    private void AddIndicator(string id)
    {
        _indicators ??= [];

        if (id.EndsWith("featured-star", StringComparison.Ordinal))
        {
            _indicators.Add("featured");
        }
        else if (id.EndsWith("good-star", StringComparison.Ordinal))
        {
            _indicators.Add("good");
        }
    }

    private void ReadCategoryBox(Element box)
    {
        _hasCategoryBox = true;
        var cursor = new HtmlCursor<bool>();
        var isInList = false;
        cursor.Start(box, false);

        while (cursor.MoveNext())
        {
            if (cursor.IsLeaving || cursor.Node is not Element element)
            {
                continue;
            }

            // The link in front of the list explains what categories are.
            isInList |= element.LocalName is "li";

            if (isInList && element.LocalName is "a")
            {
                _categories.Add(_text.Read(element, 500));
            }
            else
            {
                cursor.Descend(false);
            }
        }
    }

    // "./Category:Wolves#Dog": the prefix is in the wiki's language, the sort key stands behind the sign.
    private void AddCategory(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var name = address[(colon + 1)..(hash > colon ? hash : address.Length)];
        name = Uri.UnescapeDataString(name).Replace('_', ' ');

        if (!_categories.Contains(name))
        {
            _categories.Add(name);
        }
    }

    private bool HasCategory(string start)
    {
        foreach (var category in Categories ?? [])
        {
            if (category.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddBadge(List<string> badges, IReadOnlyList<string>? categories, string category, string badge)
    {
        if (!badges.Contains(badge) && categories is not null && categories.Contains(category))
        {
            badges.Add(badge);
        }
    }

    private static Element? FirstLink(Element element)
    {
        for (var i = 0; i < element.Nodes.Length; i++)
        {
            if (element.Nodes[i] is Element { LocalName: "a" } link)
            {
                return link;
            }
        }

        return null;
    }
}
