System.Console.WriteLine("AutoDiffCE");
