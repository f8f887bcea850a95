using System.CommandLine;
using CredScore.Catalogues.Refreshing;
using CredScore.Scoring.Catalogues;

namespace CredScore.Cli.Catalogues;

/// <summary>The refreshed lists that scoring stands on, where there are any: those of <c>credscore catalogues refresh</c>.</summary>
internal static class CataloguesOption
{
    public static Option<string> Create() => new("--catalogues")
    {
        Description = "Folder of refreshed lists that stand beside the catalogues shipped with the program; what they decide is named with their date. None is needed.",
        HelpName = "DIR",
        DefaultValueFactory = _ => CataloguesCommand.DefaultFolder,
    };

    /// <summary>The lists of the folder; what cannot be used is said and left out.</summary>
    public static RefreshedLists Open(string folder, Terminal terminal)
    {
        var faults = new List<string>();
        var lists = Open(folder, faults);

        foreach (var fault in faults)
        {
            terminal.Error.WriteLine(Sentence.Plain(fault));
        }

        return lists;
    }

    private static RefreshedLists Open(string folder, List<string> faults)
    {
        try
        {
            return new CatalogueFolder(folder).Open(faults);
        }
        catch (CatalogueFaultException fault)
        {
            faults.Add(fault.Message);
            return RefreshedLists.None;
        }
    }
}
