Write-Output ready
