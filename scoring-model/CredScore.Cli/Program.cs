using CredScore.Cli;

return await CommandLine.RunAsync(args, Terminal.OfThisProcess());
